package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.availability.Downtimes;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of availability in a real browser: on a phone and a desktop, in both languages, by day and by night. */
@HttpDeskTest
class AvailabilityWalkTest {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private Downtimes downtimes;

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
    @CsvSource({"360, ru, LIGHT", "360, en, DARK", "1280, ru, DARK", "1280, en, LIGHT"})
    void thePageReadsWell(int width, String language, ColorScheme scheme) {
        somethingHappened();
        Page page = signedIn(width, language, scheme, "inna");
        String name = "%d-%s-%s".formatted(width, language, scheme);

        page.navigate(at("/availability?month=2008-11&lang=" + language));
        readsWell(page, language, "month-" + name);
        page.navigate(at("/availability?year=2008&lang=" + language));
        readsWell(page, language, "year-" + name);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"360, ru, DARK", "1280, ru, LIGHT"})
    void aShiftLeadExcludesAnIntervalAndCorrectsIt(int width, String language, ColorScheme scheme) {
        String reference = "MI-2007-%06d".formatted(width);
        interval(reference, "2007-06-05T10:00:00Z", Duration.ofMinutes(12), "docs");
        Page page = signedIn(width, language, scheme, "vera");
        page.navigate(at("/availability?month=2007-06&lang=" + language));
        page.locator(".intervals li", new Page.LocatorOptions().setHasText(reference))
                .locator("a[href*='/availability/intervals/']")
                .click();

        page.locator("#exclusion").selectOption("FORCE_MAJEURE");
        page.locator("#exclusion-why").fill("DDoS-атака на узел связи");
        page.locator("form[action*=exclusion] button").click();
        assertThat(page.locator(".history")).containsText("R7.2.5");

        page.locator("#to").fill("2007-06-05T14:10:30");
        page.locator("#correction-why").fill("По журналу балансировщика сервис вернулся раньше");
        page.locator("form[action*=correction] button").click();
        assertThat(page.locator(".history ins")).containsText("14:10:30");
        readsWell(page, language, "interval-" + width + "-" + scheme);

        page.locator("#inclusion-why").fill("Ошиблись: атаки не было");
        page.locator("form[action*=inclusion] button").click();
        assertThat(page.locator("#inclusion-why")).hasCount(0);
        page.context().close();
    }

    @Test
    void signingInLeadsToTheMonthThatWasAskedFor() {
        Page page = browser.person();
        page.navigate(at("/availability?month=2008-11"));
        signIn(page, "boris");

        assertThat(page.locator("h1")).containsText("ноябрь 2008");
        page.context().close();
    }

    private void somethingHappened() {
        interval("MI-2008-000001", "2008-11-03T06:20:00Z", Duration.ofSeconds(222), "docs");
        interval("MI-2008-000002", "2008-11-11T21:00:00Z", Duration.ofHours(7), "projects", "api");
        interval("EW-2008-000003", "2008-11-20T10:00:00Z", Duration.ofMinutes(5));
        interval("MI-2008-000004", "2008-08-20T10:00:00Z", Duration.ofMinutes(6), "id");
        interval("MI-2008-000005", "2008-03-02T10:00:00Z", Duration.ofHours(3));
        Visitor vera = Visitor.signedIn(port, "vera");
        String list = vera.get("/availability?month=2008-11").body();
        for (String id : list.split("/availability/intervals/")) {
            if (id.matches("(?s)\\d+\\?.*") && !list.contains("Исключено")) {
                exclude(vera, id.replaceAll("(?s)\\D.*", ""));
            }
        }
    }

    /** Only the attack on two services. */
    private static void exclude(Visitor vera, String id) {
        String page = vera.get("/availability/intervals/" + id).body();
        if (page.contains("MI-2008-000002")) {
            String seen = page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
            vera.form(
                    "/availability/intervals/" + id + "/exclusion",
                    "_csrf",
                    vera.csrf(),
                    "seen",
                    seen,
                    "exclusion",
                    "FORCE_MAJEURE",
                    "why",
                    "DDoS 40 Gbit/s");
        }
    }

    private void interval(String reference, String from, Duration length, String... services) {
        downtimes.begin(reference, List.of(services), Instant.parse(from));
        downtimes.end(reference, Instant.parse(from).plus(length));
    }

    private Page signedIn(int width, String language, ColorScheme scheme, String user) {
        Page page = browser.person(new NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
        page.onConsoleMessage(message -> {
            // Tasklist, where some land after signing in, and the icon that browsers look for are not these pages.
            if (page.url().contains("/availability") && !message.location().endsWith("/favicon.ico:0:0")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(at("/sign-in?lang=" + language));
        signIn(page, user);
        return page;
    }

    private static void signIn(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill("demo");
        page.locator("button[type=submit]").click();
    }

    private void readsWell(Page page, String language, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "availability-walk", name + ".png"))
                .setFullPage(true));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        String text = page.locator("body").innerText();
        assertThat(text).doesNotContain("??", "availability.", "{0}");
        if (language.equals("en")) {
            assertThat(text.replace("Русский", "")).doesNotContainPattern("[а-яА-ЯёЁ]");
        }
        assertThat(complaints).isEmpty();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
