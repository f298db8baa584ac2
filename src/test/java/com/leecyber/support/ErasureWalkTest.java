package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.customer.Licensing;
import com.leecyber.support.erasure.ErasuresByHand;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Erasing in a real browser, by keyboard alone: on a phone and a desktop, in both languages. */
@HttpDeskTest
class ErasureWalkTest {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext desk;

    @Autowired
    private Customers customers;

    @Autowired
    private Licensing licensing;

    @Autowired
    private MovableClock clock;

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
    @CsvSource({"360, ru", "1280, ru", "360, en", "1280, en"})
    void anAdministratorErasesACustomer(int width, String language) {
        String email = UUID.randomUUID() + "@a-rather-long-domain-name.customers.example";
        long customer = customers
                .save(new Customer(
                        "ООО «Научно-производственное объединение „Зимородок“»",
                        email,
                        Locale.ENGLISH,
                        clock.instant()))
                .id();
        licensing.grant(customer, clock.instant(), clock.instant().plus(Duration.ofDays(30)));
        Page page = signedIn(width, language);
        String shot = width + "-" + language + "-";

        page.navigate(at("/erasure?lang=" + language));
        page.locator("main a.button").press("Enter");
        page.locator("#sought").fill("nobody@nowhere.example");
        page.locator("#sought").press("Enter");
        assertThat(page.locator("#sought-error")).isVisible();
        readsWell(page, language, shot + "search");
        page.locator("#sought").fill(email);
        page.locator("#sought").press("Enter");
        assertThat(page.locator("h1")).containsText("Зимородок");
        page.locator("#confirmed").fill("1");
        page.locator("#confirmed").press("Enter");
        assertThat(page.locator("#confirmed-error")).isVisible();
        assertThat(page.locator("#reference-error")).isVisible();
        readsWell(page, language, shot + "new");
        page.locator("#reference").fill("Вх. 118/2026");
        page.locator("#confirmed").fill("" + customer);
        page.locator("#confirmed").press("Enter");
        assertThat(page.locator("h1 .open")).isVisible();
        readsWell(page, language, shot + "running");

        ErasuresByHand.in(desk).worksOff();
        page.locator("main .note a").press("Enter");
        assertThat(page.locator("h1")).containsText("" + customer);
        readsWell(page, language, shot + "erasure");
        page.navigate(at("/erasure?lang=" + language));
        assertThat(page.locator(".list li").first()).containsText("Вх. 118/2026");
        readsWell(page, language, shot + "list");
        page.context().close();
    }

    private Page signedIn(int width, String language) {
        Page page = browser.person(
                new NewContextOptions().setLocale(language).setViewportSize(width, width == 360 ? 740 : 900));
        page.navigate(at("/sign-in?lang=" + language));
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill("demo");
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    private void readsWell(Page page, String language, String name) {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits", name)
                .isTrue();
        assertThat(page.locator("body").innerText()).doesNotContain("??");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "erasure-walk", name + ".png")));
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
