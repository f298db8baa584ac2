package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.security.ApiRole;
import com.leecyber.support.security.ApiTokens;
import com.leecyber.support.ticket.Channel;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.client.RestClient;

/** A problem's whole way through a real browser: registered over the API, triaged by L1, fixed by L2, closed. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"support.notifications.shift-lead=lead@desk.example", "support.notifications.sender.enabled=false"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@ExtendWith(OwnEngine.class)
class BrowserWalkTest {

    private static final String REPLY = "Здравствуйте! Видим ошибку, уже разбираемся.";
    private static final String REASON = "Ошибка 500 на сервере: нужен разбор журналов.";
    private static final String FIX = "Доска снова открывается: исправили ошибку на сервере.";

    @LocalServerPort
    private int port;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient database;

    @Test
    void aProblemIsRegisteredTriagedEscalatedFixedAndClosed() {
        try (Browser browser = Browser.open()) {
            RestClient customer = customer();
            String ticket = register(customer);

            Page anna = browser.person();
            inPictures("l1", anna, firstLine -> escalatesAfterARefusal(firstLine, ticket));
            Page boris = browser.person();
            inPictures("l2", boris, secondLine -> fixes(secondLine, ticket));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    read(customer, ticket).get("status").asText())
                            .isEqualTo("CLOSED"));
            assertThat(read(customer, ticket).get("conversation").toString())
                    .contains(REPLY, FIX)
                    .doesNotContain(REASON);
            theEngineKeptNoWords();
        }
    }

    private void escalatesAfterARefusal(TasklistPage tasklist, String ticket) {
        tasklist.signIn("anna");
        assertThat(tasklist.filter("Все L1")).isVisible();
        tasklist.take(ticket);
        assertThat(tasklist.card()).containsText("Не открывается доска <script>alert(1)</script> {{7*7}}");
        assertThat(tasklist.card()).containsText("ООО «Ромашка»");
        assertThat(tasklist.clock()).containsText("В срок");

        tasklist.reply(REPLY);
        assertThat(tasklist.messages()).containsText(REPLY);
        assertThat(tasklist.clock()).containsText("Сейчас ни один срок не идёт.");

        tasklist.choose("Передать на L2");
        tasklist.complete();
        assertThat(tasklist.complaintAt("text")).hasText("Заполните это поле.");

        tasklist.input("text").fill(REASON);
        tasklist.input("priority").selectOption("P1");
        tasklist.input("priorityReason").fill("Стоит вся работа. ".repeat(100));
        tasklist.complete();
        assertThat(tasklist.complaintAt("priorityReason")).containsText("Слишком длинно");
        assertThat(tasklist.input("text")).hasValue(REASON);

        tasklist.input("priorityReason").fill("Стоит вся работа отдела.");
        tasklist.complete();
        tasklist.waitUntilCompleted();
    }

    private void fixes(TasklistPage tasklist, String ticket) {
        tasklist.signIn("boris");
        assertThat(tasklist.filter("L2")).isVisible();
        tasklist.take(ticket);
        assertThat(tasklist.card()).containsText("Стоит вся работа отдела.");
        assertThat(tasklist.messages()).containsText(REASON);
        tasklist.choose("Исправлено");
        tasklist.input("text").fill(FIX);
        tasklist.complete();
        tasklist.waitUntilCompleted();
        tasklist.signOut();
    }

    private interface Walk {

        void through(TasklistPage tasklist);
    }

    /** What stood on the screen when a step failed says more than the message. */
    private void inPictures(String name, Page page, Walk walk) {
        TasklistPage tasklist = new TasklistPage(page, "http://localhost:" + port);
        try {
            walk.through(tasklist);
        } catch (RuntimeException | AssertionError failed) {
            tasklist.picture(Path.of("target", "browser-walk", name + ".png"));
            throw failed;
        }
    }

    private RestClient customer() {
        long id = customers
                .findByEmailIgnoreCase("romashka@customers.example")
                .orElseThrow()
                .id();
        String token = tokens.create("browser walk", ApiRole.CUSTOMER, id, Channel.PANEL);
        return RestClient.builder()
                .baseUrl("http://localhost:" + port + "/api/v1/tickets")
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    private static String register(RestClient customer) {
        JsonNode ticket = customer.post()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "type", "PROBLEM",
                        "service", "projects",
                        "subject", "Не открывается доска <script>alert(1)</script> {{7*7}}",
                        "description", "С утра крутится загрузка, потом пустая страница.",
                        "steps", "Открыть Projects и нажать «Доска».",
                        "expected", "Открывается доска.",
                        "actual", "Пустая страница."))
                .retrieve()
                .body(JsonNode.class);
        return ticket.get("number").asText();
    }

    private static JsonNode read(RestClient customer, String ticket) {
        return customer.get().uri("/{ticket}", ticket).retrieve().body(JsonNode.class);
    }

    private void theEngineKeptNoWords() {
        for (String table : new String[] {"act_hi_detail", "act_hi_varinst", "act_ru_variable"}) {
            assertThat(database.sql("select text_ from " + table + " where text_ is not null")
                            .query(String.class)
                            .list())
                    .as(table)
                    .doesNotContain(REASON, FIX);
        }
    }
}
