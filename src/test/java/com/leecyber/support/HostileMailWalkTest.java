package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.mailbox.MailServer;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Case 7: whatever a mail in HTML holds, in a real browser no script of it runs and no request leaves. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@ExtendWith(OwnEngine.class)
@DirtiesContext
class HostileMailWalkTest {

    private static final MailServer SERVER = new MailServer().start();

    private static final String HTML = "<html><head><base href=\"https://leak.example/\">"
            + "<meta http-equiv=\"refresh\" content=\"0;url=https://leak.example/refresh\">"
            + "<style>@import url(https://leak.example/import.css); body{background:url(https://leak.example/body)}</style>"
            + "<link rel=stylesheet href=https://leak.example/link.css></head>"
            + "<body background=\"https://leak.example/background\" onload=\"document.title='pwned'\">"
            + "<p>Доска не открывается</p>"
            + "<svg onload=\"document.title='pwned'\"><script>document.title='pwned'</script><image"
            + " href=\"https://leak.example/svg\"/></svg>"
            + "<math><mtext><mglyph><style><img src=x onerror=\"document.title='pwned'\"></style></mglyph></mtext></math>"
            + "<img src=\"https://leak.example/img\" srcset=\"https://leak.example/1x 1x\" onerror=\"document.title='pwned'\">"
            + "<p style=\"background:url(https://leak.example/style)\">&lt;img src=https://leak.example/text"
            + " onerror=\"document.title='pwned'\"&gt; {{7*7}} ${7*7}</p>"
            + "<form action=\"https://leak.example/form\"><input autofocus onfocus=\"document.title='pwned'\"></form>"
            + "<iframe src=\"https://leak.example/frame\"></iframe><video poster=\"https://leak.example/poster\"></video>"
            + "<a href=\"javascript:document.title='pwned'\">нажмите</a>"
            + "<blockquote type=cite>earlier <script>document.title='pwned'</script>"
            + "&lt;script&gt;document.title='pwned'&lt;/script&gt;</blockquote></body></html>";

    @DynamicPropertySource
    static void mailbox(DynamicPropertyRegistry properties) {
        properties.add("support.notifications.sender.enabled", () -> "false");
        properties.add("support.mailbox.mailboxes[0].name", () -> "info");
        properties.add("support.mailbox.mailboxes[0].host", () -> MailServer.HOST);
        properties.add("support.mailbox.mailboxes[0].port", SERVER::imapPort);
        properties.add("support.mailbox.mailboxes[0].protocol", () -> "imap");
        properties.add("support.mailbox.mailboxes[0].user", () -> MailServer.DESK);
        properties.add("support.mailbox.mailboxes[0].password", () -> MailServer.PASSWORD);
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void nothingOfItRunsOrLeavesInTasklistAndInTheQuarantine() throws Exception {
        send("romashka@customers.example");
        send("stranger@elsewhere.example");
        String ticket = column("ticket", "romashka@customers.example");
        String mail = column("id::text", "stranger@elsewhere.example");

        try (Browser browser = Browser.open()) {
            Page anna = browser.person();
            List<String> requests = watched(anna);
            TasklistPage tasklist = new TasklistPage(anna, "http://localhost:" + port);
            tasklist.signIn("anna");
            tasklist.take(ticket);
            assertThat(tasklist.card()).containsText("Доска не открывается");
            assertThat(tasklist.card()).containsText("onerror=\"document.title='pwned'\"> {{7*7}} ${7*7}");
            anna.locator(".desk-quoted summary").first().click();
            assertThat(anna.locator(".desk-quoted .desk-written").first()).containsText("earlier");
            tasklist.picture(Path.of("target", "browser-walk", "hostile-card.png"));
            untouched(anna, requests);

            Page vera = browser.person();
            List<String> requestsOfLead = watched(vera);
            vera.navigate("http://localhost:" + port + "/quarantine/" + mail);
            vera.fill("#username", "vera");
            vera.fill("#password", "demo");
            vera.click("button[type=submit]");
            assertThat(vera.locator(".text").first()).containsText("Доска не открывается");
            vera.locator("summary").click();
            vera.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "browser-walk", "hostile-quarantine.png")));
            untouched(vera, requestsOfLead);
        }
    }

    private static List<String> watched(Page page) {
        List<String> requests = new CopyOnWriteArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        return requests;
    }

    private static void untouched(Page page, List<String> requests) {
        assertThat(page.title()).doesNotContain("pwned");
        assertThat(requests).isNotEmpty().noneMatch(url -> url.contains("leak.example"));
    }

    private static void send(String from) throws Exception {
        SERVER.send(
                "From: " + from + "\r\nTo: " + MailServer.DESK + "\r\nSubject: <img src=https://leak.example/subject"
                        + " onerror=\"document.title='pwned'\">\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + HTML
                        + "\r\n",
                from,
                MailServer.DESK);
    }

    private String column(String column, String sender) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !rows(column, sender).isEmpty());
        return rows(column, sender).get(0);
    }

    private List<String> rows(String column, String sender) {
        return database.sql("select " + column + " from inbound_mail where sender = ? and " + column + " is not null")
                .param(sender)
                .query(String.class)
                .list();
    }
}
