package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.TicketType;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Search, what happened and the rules in a real browser: on a phone and a desktop, in both languages. */
@HttpDeskTest
class AuditWalkTest {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private Registration registration;

    @Autowired
    private Customers customers;

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
    void thePagesReadWell(int width, String language) {
        long customer = customerWithTickets();
        Page page = auditor(width, language);
        String name = "-%d-%s".formatted(width, language);

        page.navigate(at("/audit?customer=%23" + customer + "&lang=" + language));
        assertThat(page.locator("tbody tr")).hasCount(4);
        readsWell(page, language, "search" + name);
        page.navigate(at("/audit?from=31.12.2026&number=none&lang=" + language));
        assertThat(page.locator("[aria-invalid]")).hasCount(2);
        readsWell(page, language, "refused" + name);
        page.navigate(at("/audit/events?lang=" + language));
        assertThat(page.locator("tbody tr").first()).isVisible();
        readsWell(page, language, "events" + name);
        page.navigate(at("/audit/rules?lang=" + language));
        assertThat(page.locator("tbody tr").first()).isVisible();
        readsWell(page, language, "rules" + name);
        page.context().close();
    }

    @Test
    void aSearchIsMadeByKeyboardAndWhatItFoundIsTakenAway() throws IOException {
        long customer = customerWithTickets();
        Page page = auditor(1280, "ru");
        page.navigate(at("/audit?lang=ru"));
        page.locator("#customer").focus();
        page.keyboard().type("#" + customer);
        page.locator("#type").selectOption("CLAIM");
        page.keyboard().press("Tab");
        page.locator("#customer").press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);

        Download file = page.waitForDownload(
                () -> page.locator("a[data-export][href*='.csv']").click());

        assertThat(Files.readString(file.path())).contains("'=HYPERLINK");
        assertThat(page.locator(".progress [role=status]")).hasText("Готово, строк: 1");
        readsWell(page, "ru", "export");
        page.context().close();
    }

    private long customerWithTickets() {
        Customer customer = customers.save(new Customer(
                "ООО «Ромашка и партнёры» " + UUID.randomUUID(),
                UUID.randomUUID() + "@walk.example",
                Locale.ENGLISH,
                Instant.EPOCH));
        for (TicketType type : TicketType.values()) {
            registration.register(new NewTicket(
                    customer.id(),
                    Channel.TELEGRAM,
                    type,
                    "docs",
                    "=HYPERLINK(\"http://evil.example\")",
                    "Не открывается",
                    "a",
                    "b",
                    "c",
                    null,
                    null));
        }
        return customer.id();
    }

    private Page auditor(int width, String language) {
        Page page = browser.person(new NewContextOptions().setLocale(language).setViewportSize(width, 900));
        page.onConsoleMessage(message -> {
            boolean ours = page.url().contains("/audit");
            // How far a download is may be asked before it has begun; browsers note the answer.
            boolean early = message.location().contains("/audit/exports/");
            boolean meant = message.location().contains("/audit?from=31.12.2026");
            if (ours && !early && !meant && !message.location().endsWith("/favicon.ico:0:0")) {
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
                .setPath(Path.of("target", "audit-walk", name + ".png"))
                .setFullPage(true));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        String text = page.locator("body").innerText();
        assertThat(text).doesNotContain("??", "audit.", "{0}");
        assertThat(complaints).isEmpty();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
