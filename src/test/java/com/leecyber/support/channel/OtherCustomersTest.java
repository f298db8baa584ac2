package com.leecyber.support.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.security.ApiRole;
import com.leecyber.support.security.ApiTokens;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.Tickets;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Case 14: what is another customer's looks exactly like what is not there. */
@HttpDeskTest
class OtherCustomersTest {

    private static final String REQUEST =
            "{\"type\": \"QUESTION\", \"service\": \"docs\", \"subject\": \"secret\", \"description\": \"d\"}";
    private static final String MISSING = "SD-2026-999999";

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Customers customers;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    ObjectMapper json;

    Visitor owner;
    Visitor stranger;
    String number;
    String file;

    @BeforeEach
    void anOwnerWithATicketAndAFile() throws Exception {
        owner = visitor("romashka@customers.example");
        stranger = visitor("acme@customers.example");
        number = json.readTree(owner.post("/api/v1/tickets", REQUEST).body())
                .get("number")
                .asText();
        file = json.readTree(owner.upload(at(number) + "/files", "a.txt", new byte[] {'x'})
                        .body())
                .get("key")
                .asText();
    }

    @Test
    void readsAndWritesNothingOfAnothersTicket() {
        assertSame(stranger.get(at(number)), stranger.get(at(MISSING)));
        assertSame(
                stranger.post(at(number) + "/messages", "{\"text\": \"x\"}"),
                stranger.post(at(MISSING) + "/messages", "{\"text\": \"x\"}"));
        assertSame(stranger.post(at(number) + "/withdrawal", ""), stranger.post(at(MISSING) + "/withdrawal", ""));
        assertSame(
                stranger.upload(at(number) + "/files", "a.txt", new byte[] {'x'}),
                stranger.upload(at(MISSING) + "/files", "a.txt", new byte[] {'x'}));
        assertSame(stranger.get(at(number) + "/files/" + file), stranger.get(at(MISSING) + "/files/" + file));
        assertSame(
                stranger.get(at(number) + "/files/" + file), stranger.get(at(number) + "/files/" + UUID.randomUUID()));

        assertThat(tickets.get(number).status()).isEqualTo(TicketStatus.REGISTERED);
        assertThat(conversation.of(tickets.get(number))).isEmpty();
    }

    @Test
    void cannotClaimAnothersFileForAnOwnTicket() throws Exception {
        String own = json.readTree(stranger.post("/api/v1/tickets", REQUEST).body())
                .get("number")
                .asText();

        for (String key : List.of(file, UUID.randomUUID().toString(), "no-key", "1")) {
            assertThat(stranger.get(at(own) + "/files/" + key).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void listsOwnTicketsOnlyAndCannotPageFromAnothers() {
        assertThat(stranger.get("/api/v1/tickets?limit=100").body()).doesNotContain(number);
        assertThat(stranger.get("/api/v1/tickets?before=" + number).body())
                .isEqualTo(stranger.get("/api/v1/tickets?before=" + MISSING).body());
        assertThat(stranger.get("/api/v1/tickets?before=%00").statusCode())
                .as("no number at all")
                .isEqualTo(400);
    }

    @Test
    void sharesAKeyWithNobody() throws Exception {
        String key = UUID.randomUUID().toString();

        String first =
                owner.post("/api/v1/tickets", REQUEST, OnceOnly.HEADER, key).body();
        String second =
                stranger.post("/api/v1/tickets", REQUEST, OnceOnly.HEADER, key).body();

        assertThat(json.readTree(second).get("number"))
                .isNotEqualTo(json.readTree(first).get("number"));
    }

    @Test
    void keepsWhatTheDeskNotesToItself() throws Exception {
        conversation.note(number, "internal thoughts");
        conversation.agentWrites(number, "public words");

        String seen = owner.get(at(number)).body();

        assertThat(seen).contains("public words").doesNotContain("internal thoughts", "system:");
    }

    private static void assertSame(HttpResponse<String> anothers, HttpResponse<String> missing) {
        assertThat(anothers.statusCode()).isEqualTo(404);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(anothers.body()).isEqualTo(missing.body()).isNotEmpty();
    }

    private Visitor visitor(String email) {
        long customer = customers.findByEmailIgnoreCase(email).orElseThrow().id();
        return Visitor.withToken(port, tokens.create(email, ApiRole.CUSTOMER, customer, Channel.PANEL));
    }

    private static String at(String number) {
        return "/api/v1/tickets/" + number;
    }
}
