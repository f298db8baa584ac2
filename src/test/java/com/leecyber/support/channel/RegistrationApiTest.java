package com.leecyber.support.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.security.ApiRole;
import com.leecyber.support.security.ApiTokens;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.Tickets;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registering through the API (R5.1): what the server says holds, and a request is done once. */
@HttpDeskTest
class RegistrationApiTest {

    private static final String QUESTION = """
            {"type": "QUESTION", "service": "docs", "subject": "Как поделиться?", "description": "Не нахожу кнопку."}""";

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Customers customers;

    @Autowired
    Tickets tickets;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient database;

    @Autowired
    ObjectMapper json;

    long customer;
    Visitor panel;

    @BeforeEach
    void signIn() {
        customer = customers
                .findByEmailIgnoreCase("romashka@customers.example")
                .orElseThrow()
                .id();
        panel = Visitor.withToken(port, tokens.create("panel", ApiRole.CUSTOMER, customer, Channel.PANEL));
    }

    @Test
    void registersAQuestionAndSaysWhenTheAnswerIsDue() throws Exception {
        HttpResponse<String> answer = panel.post("/api/v1/tickets", QUESTION);

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode body = json.readTree(answer.body());
        Ticket ticket = tickets.get(body.get("number").asText());
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/tickets/" + ticket.number());
        assertThat(body.get("status").asText()).isEqualTo("REGISTERED");
        assertThat(body.get("statusLabel").asText()).isEqualTo("Зарегистрировано");
        assertThat(body.get("responseDueAt").asText())
                .isEqualTo(ticket.responseDueAt().orElseThrow().toString());
        assertThat(ticket.customerId()).isEqualTo(customer);
        assertThat(ticket.channel()).isEqualTo(Channel.PANEL);
        assertThat(processesOf(ticket.number())).isOne();
    }

    @Test
    void speaksEnglishWhenAsked() throws Exception {
        HttpResponse<String> answer = panel.post("/api/v1/tickets", QUESTION, "Accept-Language", "en");

        assertThat(json.readTree(answer.body()).get("statusLabel").asText()).isEqualTo("Registered");
    }

    @Test
    void refusesAnIncompleteProblemFieldByField() throws Exception {
        HttpResponse<String> answer =
                panel.post("/api/v1/tickets", "{\"type\": \"PROBLEM\", \"service\": \"docs\", \"subject\": \" \"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode body = json.readTree(answer.body());
        assertThat(body.at("/errors").findValuesAsText("field"))
                .containsExactly("subject", "description", "steps", "expected", "actual");
        assertThat(body.at("/errors/0/message").asText()).isEqualTo("Заполните это поле.");
    }

    @Test
    void namesTheAllowedValuesOfAChoice() throws Exception {
        HttpResponse<String> answer =
                panel.post("/api/v1/tickets", QUESTION.replace("QUESTION", "COMPLAINT"), "Accept-Language", "en");

        JsonNode error = json.readTree(answer.body()).at("/errors/0");
        assertThat(error.get("field").asText()).isEqualTo("type");
        assertThat(error.get("message").asText()).contains("COMPLAINT", "QUESTION, PROBLEM, LIMITS, CLAIM");
    }

    /** Case 1. */
    @Test
    void refusesByNameWhateverTheServerDecides() throws Exception {
        long before = ticketCount();
        String body = QUESTION.replaceFirst("\\{", """
                {"priority": "P1", "status": "CLOSED", "responseDueAt": "2000-01-01T00:00:00Z", "customerId": 2,
                 "__proto__": {"admin": true}, "channel": "EMAIL", "impact": {"affected": "MODULE", "rule": "mine"},""");

        HttpResponse<String> answer = panel.post("/api/v1/tickets", body, "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode errors = json.readTree(answer.body()).at("/errors");
        assertThat(errors.findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "priority", "status", "responseDueAt", "customerId", "__proto__", "channel", "impact.rule");
        assertThat(errors.toString()).contains("no such field");
        assertThat(ticketCount()).isEqualTo(before);
    }

    /** Case 3. */
    @Test
    void doesARequestOnceHoweverOftenAndParallelItComes() throws Exception {
        String key = UUID.randomUUID().toString();
        long before = ticketCount();

        List<HttpResponse<String>> answers =
                inParallel(50, () -> panel.post("/api/v1/tickets", QUESTION, OnceOnly.HEADER, key));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.get(0).body());
        assertThat(answers)
                .extracting(answer -> answer.headers().firstValue("Location"))
                .containsOnly(answers.get(0).headers().firstValue("Location"));
        assertThat(ticketCount()).isEqualTo(before + 1);
        assertThat(processesOf(
                        json.readTree(answers.get(0).body()).get("number").asText()))
                .isOne();

        HttpResponse<String> sameInOtherWords =
                panel.post("/api/v1/tickets", json.readTree(QUESTION).toPrettyString(), OnceOnly.HEADER, key);
        assertThat(sameInOtherWords.body()).isEqualTo(answers.get(0).body());
        HttpResponse<String> another =
                panel.post("/api/v1/tickets", QUESTION.replace("кнопку", "меню"), OnceOnly.HEADER, key);
        assertThat(another.statusCode()).isEqualTo(409);
        assertThat(ticketCount()).isEqualTo(before + 1);
    }

    @Test
    void keepsNoAnswerToARefusedRequest() {
        String key = UUID.randomUUID().toString();

        assertThat(panel.post("/api/v1/tickets", QUESTION.replace("docs", "nothing"), OnceOnly.HEADER, key)
                        .statusCode())
                .isEqualTo(400);
        assertThat(panel.post("/api/v1/tickets", QUESTION, OnceOnly.HEADER, key).statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesAKeyThatIsEmptyOrTooLong() {
        Stream.of("", "x".repeat(201))
                .map(key -> panel.post("/api/v1/tickets", QUESTION, OnceOnly.HEADER, key))
                .forEach(answer -> assertThat(answer.statusCode()).isEqualTo(400));
    }

    @Test
    void writesOnATicketOnceAndOpensAFollowUpWhenItIsOver() throws Exception {
        String number = registered();
        String key = UUID.randomUUID().toString();
        String messages = "/api/v1/tickets/" + number + "/messages";

        List<HttpResponse<String>> written =
                inParallel(8, () -> panel.post(messages, "{\"text\": \"Ещё не работает.\"}", OnceOnly.HEADER, key));
        assertThat(written).extracting(HttpResponse::statusCode).containsOnly(201);
        JsonNode ticket = json.readTree(panel.get("/api/v1/tickets/" + number).body());
        assertThat(ticket.at("/conversation").findValuesAsText("text")).containsExactly("Ещё не работает.");

        HttpResponse<String> withdrawn = panel.post("/api/v1/tickets/" + number + "/withdrawal", "");
        assertThat(withdrawn.statusCode()).isEqualTo(200);
        assertThat(tickets.get(number).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(panel.post("/api/v1/tickets/" + number + "/withdrawal", "").statusCode())
                .isEqualTo(400);

        HttpResponse<String> followUp = panel.post(messages, "{\"text\": \"Снова не работает.\"}");
        assertThat(followUp.statusCode()).isEqualTo(201);
        JsonNode next = json.readTree(followUp.body());
        assertThat(next.get("followUpOf").asText()).isEqualTo(number);
        assertThat(followUp.headers().firstValue("Location"))
                .hasValue("/api/v1/tickets/" + next.get("number").asText());
        assertThat(json.readTree(panel.get(
                                        "/api/v1/tickets/" + next.get("number").asText())
                                .body())
                        .get("followUpOf")
                        .asText())
                .isEqualTo(number);
    }

    @Test
    void listsOwnTicketsPageByPageNewestFirst() throws Exception {
        List<String> registered = List.of(registered(), registered(), registered());

        JsonNode first = json.readTree(panel.get("/api/v1/tickets?limit=2").body());
        JsonNode second = json.readTree(
                panel.get("/api/v1/tickets?limit=1&before=" + first.get("next").asText())
                        .body());

        assertThat(first.at("/tickets").findValuesAsText("number"))
                .containsExactly(registered.get(2), registered.get(1));
        assertThat(second.at("/tickets").findValuesAsText("number")).containsExactly(registered.get(0));
        assertThat(panel.get("/api/v1/tickets?limit=0").statusCode()).isEqualTo(400);
        assertThat(panel.get("/api/v1/tickets?limit=many").statusCode()).isEqualTo(400);
        assertThat(panel.get("/api/v1/tickets?before=SD-1999-000001").statusCode())
                .isEqualTo(400);
    }

    @Test
    void publishesAReleaseForItsRoleAlone() throws Exception {
        Visitor pipeline = Visitor.withToken(port, tokens.create("pipeline", ApiRole.RELEASES, null, null));
        String release = "{\"version\": \"%s\"}".formatted(UUID.randomUUID());

        assertThat(pipeline.post("/api/v1/releases", release).statusCode()).isEqualTo(200);
        assertThat(pipeline.post("/api/v1/releases", "{\"version\": \" \"}").statusCode())
                .isEqualTo(400);
        assertThat(panel.post("/api/v1/releases", release).statusCode()).isEqualTo(403);
        assertThat(pipeline.get("/api/v1/tickets").statusCode()).isEqualTo(403);
        assertThat(pipeline.post("/api/v1/tickets", QUESTION).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesATokenThatWasRevoked() {
        assertThat(panel.get("/api/v1/tickets").statusCode()).isEqualTo(200);

        tokens.revoke("panel");

        HttpResponse<String> answer = panel.get("/api/v1/tickets");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    private String registered() throws Exception {
        return json.readTree(panel.post("/api/v1/tickets", QUESTION).body())
                .get("number")
                .asText();
    }

    private long processesOf(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("ticket")
                .count();
    }

    private long ticketCount() {
        return database.sql("select count(*) from ticket").query(Long.class).single();
    }

    private static List<HttpResponse<String>> inParallel(int times, Supplier<HttpResponse<String>> request)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<HttpResponse<String>>> running = IntStream.range(0, times)
                    .mapToObj(index -> threads.submit(request::get))
                    .toList();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
