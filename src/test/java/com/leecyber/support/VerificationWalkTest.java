package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.Checkpoints;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.proof.Verifier;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An auditor finds out whether anything was altered, on the pages and without the desk. */
@HttpDeskTest
class VerificationWalkTest {

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private Journal journal;

    @Autowired
    private Checkpoints checkpoints;

    @Value("${spring.flyway.url}")
    private String url;

    @TempDir
    private Path place;

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
    void namesTheEntryThatWasAlteredAndNoneBefore(int width, String language, ColorScheme scheme) throws Exception {
        String chain = "!WALK-%d-%s".formatted(width, language);
        String named = language.equals("ru") ? "Цепочка " + chain + ", запись 2" : "Chain " + chain + ", entry 2";
        grow(chain);
        checkpoints.take();
        Page page = signedIn(width, language, scheme);

        verify(page, language);
        assertThat(page.locator("main")).not().containsText(named);
        readsWell(page, language, "before-%d-%s".formatted(width, language));

        asOwner("update journal set actor = 'nobody' where ticket = '" + chain + "' and sequence = 2");
        verify(page, language);
        assertThat(page.locator(".verdict")).hasClass(Pattern.compile("bad"));
        assertThat(page.locator(".timeline li").first()).containsText(named);
        readsWell(page, language, "altered-%d-%s".formatted(width, language));
        asOwner("update journal set actor = 'system:walk' where ticket = '" + chain + "' and sequence = 2");
        verify(page, language);
        assertThat(page.locator("main")).not().containsText(named);

        page.navigate(at("/audit/chains/PROOF?lang=" + language));
        assertThat(page.locator("main")).containsText("inna");

        page.navigate(at("/audit/checkpoints?lang=" + language));
        assertThat(page.locator("tbody tr").first()).isVisible();
        readsWell(page, language, "checkpoints-%d-%s".formatted(width, language));
        page.context().close();
    }

    @Test
    void whatIsDownloadedIsVerifiedWithoutTheDesk() throws Exception {
        grow("!WALK-OFFLINE");
        checkpoints.take();
        Visitor inna = Visitor.signedIn(port, "inna");
        String list = inna.get("/audit/checkpoints?lang=ru").body();
        assertThat(list).contains(checkpoints.fingerprint());
        Files.writeString(
                place.resolve("public-key.pem"),
                inna.get("/audit/checkpoints/public-key.pem").body());
        int last = checkpoints.before(Integer.MAX_VALUE, 1).get(0).number();
        for (int number = 1; number <= last; number++) {
            HttpResponse<String> file = inna.get("/audit/checkpoints/" + number);
            assertThat(file.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"checkpoint-%06d.txt\"".formatted(number));
            Files.writeString(place.resolve("checkpoint-%06d.txt".formatted(number)), file.body());
        }
        String export = inna.get("/audit/journal.jsonl").body();
        assertThat(export.lines().filter(line -> line.contains("!WALK-OFFLINE")))
                .hasSize(3);
        Path whole = Files.writeString(place.resolve("journal.jsonl"), export);
        Path altered = Files.writeString(
                place.resolve("altered.jsonl"),
                export.replace(
                        "\"ticket\":\"!WALK-OFFLINE\",\"sequence\":3", "\"ticket\":\"!WALK-OFFLINE\",\"sequence\":4"));

        assertThat(offline(whole))
                .contains("Ключ: " + checkpoints.fingerprint())
                .doesNotContain("!WALK-OFFLINE");
        assertThat(offline(altered)).contains("Цепочка !WALK-OFFLINE, запись 3");
    }

    @ParameterizedTest
    @CsvSource({
        "/audit/journal.jsonl?from=gestern, 400",
        "/audit/journal.jsonl?from=2026-11-02&to=2026-11-01, 400",
        "/audit/journal.jsonl?from=2999-01-01, 200",
        "/audit/checkpoints?before=x, 400",
        "/audit/checkpoints/0, 404",
        "/audit/checkpoints/999999, 404",
        "/audit/checkpoints/..%2Fpublic-key.pem, 400"
    })
    void answersNonsenseWithARefusal(String path, int status) {
        assertThat(Visitor.signedIn(port, "inna").get(path).statusCode()).isEqualTo(status);
    }

    private String offline(Path export) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Verifier.run(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Locale.forLanguageTag("ru"),
                "--key",
                place.resolve("public-key.pem").toString(),
                "--checkpoints",
                place.toString(),
                "--whole",
                export.toString());
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void grow(String chain) {
        for (int entry = 0; entry < 3; entry++) {
            Actor.as("walk", () -> journal.record(chain, EventKind.NOTE_ADDED, null, Map.of()));
        }
    }

    private void verify(Page page, String language) {
        page.navigate(at("/audit/verification?lang=" + language));
        page.locator("a[href*='/audit/verification/run']").click();
        // While it runs the page comes again and has no such link.
        assertThat(page.locator("a[href*='/audit/verification/run']")).isVisible();
        assertThat(page.locator(".verdict")).isVisible();
    }

    private void asOwner(String change) throws SQLException {
        try (Connection owner = TestDatabase.owner(url);
                Statement statement = owner.createStatement()) {
            statement.execute("alter table journal disable trigger user");
            statement.execute(change);
            statement.execute("alter table journal enable trigger user");
        }
    }

    private Page signedIn(int width, String language, ColorScheme scheme) {
        Page page = browser.person(new NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
        page.onConsoleMessage(message -> {
            // Where one lands after signing in is another page.
            if (page.url().contains("/audit/") && !message.location().endsWith("/favicon.ico:0:0")) {
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
                .setPath(Path.of("target", "verification-walk", name + ".png"))
                .setFullPage(true));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        String text = page.locator("body").innerText();
        assertThat(text).doesNotContain("??", "audit.", "{0}");
        if (language.equals("en")) {
            assertThat(text.replace("Русский", "")).doesNotContainPattern("[а-яА-ЯёЁ]");
        }
        assertThat(complaints).isEmpty();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
