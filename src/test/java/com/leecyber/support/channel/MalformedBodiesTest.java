package com.leecyber.support.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.security.ApiRole;
import com.leecyber.support.security.ApiTokens;
import com.leecyber.support.ticket.Channel;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Case 2: a body that is no request is refused at once, with a word about what is wrong. */
@HttpDeskTest
class MalformedBodiesTest {

    private static final String START = "{\"type\": \"QUESTION\", \"service\": \"docs\", \"subject\": \"s\", ";

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Customers customers;

    @Autowired
    ObjectMapper json;

    Visitor panel;

    @BeforeEach
    void signIn() {
        long customer = customers
                .findByEmailIgnoreCase("acme@customers.example")
                .orElseThrow()
                .id();
        panel = Visitor.withToken(port, tokens.create("acme", ApiRole.CUSTOMER, customer, Channel.PANEL))
                .with("Accept-Language", "en");
        // The first request of all warms the server up; the others are measured.
        panel.post("/api/v1/tickets", "{}");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                refused("10 MB", 413, START + "\"description\": \"" + "x".repeat(10_000_000) + "\"}", ""),
                refused(
                        "depth of 5,000",
                        400,
                        START + "\"impact\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                        "\"impact\""),
                refused(
                        "depth in an unknown field",
                        400,
                        START + "\"x\": " + "{\"a\":".repeat(5_000) + "1",
                        "too deep"),
                refused("a million digits", 400, START + "\"description\": " + "1".repeat(1_000_000) + "}", "too long"),
                refused(
                        "a million digits elsewhere",
                        400,
                        START + "\"x\": -1." + "1".repeat(1_000_000) + "}",
                        "too long"),
                refused("a huge exponent", 400, START + "\"x\": 1e" + "9".repeat(30) + "}", "no such field"),
                refused("a key twice", 400, START + "\"subject\": \"t\"}", "\"subject\"", "twice"),
                refused("a key twice, escaped", 400, START + "\"s\\u0075bject\": \"t\"}", "\"subject\"", "twice"),
                refused("a number for a text", 400, START + "\"description\": 1}", "\"description\"", "string"),
                refused("an object for a text", 400, START + "\"description\": {\"a\": 1}}", "\"description\""),
                refused("a text for an object", 400, START + "\"impact\": \"all\"}", "\"impact\"", "object"),
                refused("a number for a choice", 400, START + "\"impact\": {\"effect\": 0}}", "\"impact.effect\""),
                refused(
                        "a word for a flag",
                        400,
                        START + "\"impact\": {\"dataLoss\": \"yes\"}}",
                        "\"impact.dataLoss\""),
                refused("a choice in another case", 400, "{\"type\": \"question\"}", "\"type\"", "QUESTION"),
                refused("two documents", 400, START + "\"description\": \"d\"} {}", "no JSON"),
                refused("half a document", 400, START, "no JSON"),
                refused("a list", 400, "[]", "no JSON"),
                refused("null", 400, "null", "empty"),
                refused("nothing", 400, "", "empty"),
                refused("no JSON", 400, "type=QUESTION", "no JSON"),
                refused("a zero character", 400, START + "\"description\": \"a\\u0000b\"}", "\"description\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void refusesWithinASecond(String name, int status, String body, String[] named) throws Exception {
        Instant asked = Instant.now();

        HttpResponse<String> answer = panel.post("/api/v1/tickets", body);

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.readTree(answer.body()).get("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).contains(named).hasSizeLessThan(2_000);
    }

    @Test
    void refusesAnotherCharset() {
        String body = START + "\"description\": \"Описание\"}";
        for (Charset charset : new Charset[] {Charset.forName("windows-1251"), StandardCharsets.UTF_16}) {
            assertThat(send(body, charset, "application/json").statusCode()).isEqualTo(400);
            assertThat(send(body, charset, "application/json;charset=" + charset)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(send(body, StandardCharsets.UTF_8, "application/json;charset=utf-8")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatIsNotJsonByItsType() {
        assertThat(send("<x/>", StandardCharsets.UTF_8, "application/xml").statusCode())
                .isEqualTo(415);
    }

    @Test
    void saysWhichMethodsThereAre() throws Exception {
        HttpResponse<String> answer = panel.send("DELETE", "/api/v1/tickets", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(json.readTree(answer.body()).get("detail").asText()).contains("DELETE", "GET", "POST");
    }

    private HttpResponse<String> send(String body, Charset charset, String type) {
        return panel.send(
                "POST", "/api/v1/tickets", BodyPublishers.ofByteArray(body.getBytes(charset)), "Content-Type", type);
    }

    private static Arguments refused(String name, int status, String body, String... named) {
        return Arguments.of(name, status, body, named);
    }
}
