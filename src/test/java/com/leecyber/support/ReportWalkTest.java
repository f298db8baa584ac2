package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.report.ClosedTickets;
import com.leecyber.support.report.PastTickets;
import com.leecyber.support.sla.ResponseClocks;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of figures in a real browser, on a phone and a desktop, in both languages. */
@HttpDeskTest
class ReportWalkTest {

    private static final String MANY = "from=2011-03-20&to=2011-05-10";

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ResponseClocks clocks;

    @Autowired
    private ClosedTickets closedTickets;

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

    @BeforeEach
    void aPast() {
        PastTickets.know(database, clocks, closedTickets);
    }

    @ParameterizedTest
    @CsvSource({"1280, ru", "360, ru", "1280, en", "360, en"})
    void everyPageReadsWell(int width, String language) {
        Page page = signedIn(width, language, "inna");
        for (String topic :
                List.of("", "/responses", "/resolution", "/queue", "/escalations", "/breaches", "/agents")) {
            page.navigate(at("/reports" + topic + "?" + MANY + "&lang=" + language));
            readsWell(page, language, "%d-%s%s".formatted(width, language, topic.replace('/', '-')));
        }
        page.navigate(at("/reports?month=2009-06&lang=" + language));
        readsWell(page, language, "%d-%s-empty".formatted(width, language));
        page.navigate(at("/reports/resolution?quarter=2012-Q1&lang=" + language));
        readsWell(page, language, "%d-%s-one".formatted(width, language));
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, ru", "360, en"})
    void theHeatIsDrawnOnTheDiagramAndSaidInTheTable(int width, String language) {
        Page page = signedIn(width, language, "olga");

        page.navigate(at("/reports/steps?" + MANY + "&lang=" + language));

        page.locator("[data-drawn=true]").waitFor();
        assertThat(page.locator(".heat-badge")).hasCount(2);
        assertThat(page.locator("g[data-element-id=Task_Triage].heat-5")).hasCount(1);
        assertThat(page.locator("tr[data-row='step:Gone']")).isVisible();
        readsWell(page, language, "%d-%s-steps".formatted(width, language));
        page.context().close();
    }

    @Test
    void somebodyChoosesWhatToSeeWithTheForm() {
        Page page = signedIn(1280, "ru", "vera");
        page.navigate(at("/reports/responses?year=2011&lang=ru"));

        page.locator("[name=channel]").selectOption("EMAIL");
        page.locator("[name=to]").fill("2010-01-01");
        page.locator(".filters button").click();
        assertThat(page.locator(".refusal")).containsText("раньше, чем начинается");
        assertThat(page.locator("[name=to]")).hasValue("2010-01-01");
        assertThat(page.locator("[name=channel]")).hasValue("EMAIL");
        complaints.clear();

        page.locator("[name=to]").fill("2011-12-31");
        page.locator(".filters button").click();
        assertThat(page.locator("h1")).containsText("2011");
        assertThat(page.locator("[data-table=channel] tbody tr")).hasCount(1);
        page.context().close();
    }

    private Page signedIn(int width, String language, String user) {
        Page page = browser.person(new NewContextOptions().setLocale(language).setViewportSize(width, 900));
        page.onConsoleMessage(message -> {
            // The diagrams' viewer has style attributes, which the page's policy refuses and its own style replaces.
            boolean refusedStyle = message.text().startsWith("Applying inline style violates");
            if (page.url().contains("/reports")
                    && !refusedStyle
                    && !message.location().endsWith("/favicon.ico:0:0")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(at("/sign-in?lang=" + language));
        page.locator("#username").fill(user);
        page.locator("#password").fill("demo");
        page.locator("button[type=submit]").click();
        return page;
    }

    private void readsWell(Page page, String language, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "report-walk", name + ".png"))
                .setFullPage(true));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        String text = page.locator("body").innerText();
        assertThat(text).doesNotContain("??", "report.", "{0}", "NaN");
        if (language.equals("en")) {
            // What a diagram calls its steps is Russian for everybody.
            String steps = String.join(
                    "\n", page.locator(".djs-container, [data-row^='step:']").allInnerTexts());
            assertThat(text.lines()
                            .filter(line -> !steps.contains(line.strip()))
                            .toList())
                    .filteredOn(line -> !line.equals("Русский"))
                    .noneMatch(line -> line.matches(".*[а-яА-ЯёЁ].*"));
        }
        assertThat(complaints).isEmpty();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
