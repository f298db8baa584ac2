package com.leecyber.support.process;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.Browser;
import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.change.ChangesByHand;
import com.leecyber.support.ticket.TicketType;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A ticket's story in a real browser: on a phone and a desktop, in both languages. */
@HttpDeskTest
@ExtendWith(EngineClock.class)
@Import({Story.class, ChangesByHand.class})
class TicketStoryWalkTest {

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Story story;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, ru", "360, en", "1280, ru", "1280, en"})
    void everyPageReadsWell(int width, String language) {
        String number = ToldTicket.closed(story);
        Page page = signedIn(width, language);

        for (String part : List.of("", "/way", "/decisions", "/clock", "/records")) {
            page.navigate(at("/audit/tickets/" + number + part + "?lang=" + language));
            if (part.equals("/way")) {
                assertThat(page.locator("[data-way=drawn]")).hasCount(3);
            }
            readsWell(page, language, "ticket" + part.replace('/', '-') + "-" + width + "-" + language);
        }
        for (String rule : List.of("/audit/rules/priority/1?rule=p3-minor&lang=", "/audit/rules/ticket/1?lang=")) {
            page.navigate(at(rule + language));
            if (rule.contains("ticket")) {
                assertThat(page.locator("[data-way=drawn]")).hasCount(1);
            }
            readsWell(page, language, "rule-" + rule.split("/")[3] + "-" + width + "-" + language);
        }
        page.navigate(at("/audit/chains/" + number + "?lang=" + language));
        readsWell(page, language, "chain-" + width + "-" + language);
        page.context().close();
    }

    @Test
    void theWayIsMarkedAndEachElementLeadsToItsRowAndBack() {
        String number = story.registered(TicketType.QUESTION);
        story.triages(number, Map.of("outcome", "ANSWER"));
        Page page = signedIn(1280, "ru");

        page.navigate(at("/audit/tickets/" + number + "/way?lang=ru"));

        Locator way = page.locator("#way-1");
        assertThat(way.locator(".djs-element.way-COMPLETED[data-element-id=Task_Triage]"))
                .hasCount(1);
        assertThat(way.locator(".djs-element.way-COMPLETED[data-element-id=EndEvent_TicketClosed]"))
                .hasCount(1);
        assertThat(way.locator(".djs-element.way-flow[data-element-id]").first())
                .isAttached();
        assertThat(way.locator("[class*='way-'][data-element-id=CallActivity_TechnicalSupport]"))
                .hasCount(0);
        assertThat(way.locator("[class*='way-'][data-element-id=EndEvent_NoLicence]"))
                .hasCount(0);

        Locator row = way.locator("tr[data-way-element=Task_Triage]");
        row.locator("button").press("Enter");
        assertThat(row).hasAttribute("aria-current", "true");
        assertThat(way.locator(".way-chosen[data-element-id=Task_Triage]")).hasCount(1);

        way.locator(".djs-element[data-element-id=ServiceTask_Acknowledge] .djs-hit")
                .first()
                .click(new Locator.ClickOptions().setForce(true));
        assertThat(way.locator("tr[data-way-element=ServiceTask_Acknowledge]")).hasAttribute("aria-current", "true");
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    private Page signedIn(int width, String language) {
        Page page = browser.person(new NewContextOptions().setLocale(language).setViewportSize(width, 900));
        page.onConsoleMessage(message -> {
            // The diagrams' viewer has style attributes, which the page's policy refuses and its own style replaces.
            boolean refusedStyle = message.text().startsWith("Applying inline style violates");
            if (page.url().contains("/audit")
                    && !refusedStyle
                    && !message.location().endsWith("/favicon.ico:0:0")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(at("/sign-in?lang=" + language));
        page.locator("#username").fill("inna");
        page.locator("#password").fill("demo");
        page.locator("button[type=submit]").click();
        return page;
    }

    private void readsWell(Page page, String language, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "story-walk", name + ".png"))
                .setFullPage(true));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("body").innerText()).doesNotContain("??", "audit.", "{0}");
        assertThat(complaints).as(name).isEmpty();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
