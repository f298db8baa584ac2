package com.leecyber.support.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.panel.Guest.Form;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.Tickets;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Case 14 in the panel: what is another customer's looks byte for byte like what is not there. */
@HttpDeskTest
class PanelOtherCustomersTest {

    private static final String MISSING = "SD-2026-999999";
    private static final Pattern UPLOAD = Pattern.compile("name=\"upload\" value=\"([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Tickets tickets;

    @Autowired
    Attachments attachments;

    @Autowired
    Conversation conversation;

    Guest owner;
    Guest stranger;
    String number;
    UUID file;

    @BeforeEach
    void anOwnerWithATicketAndAFile() {
        owner = Guest.signedIn(port, "romashka");
        stranger = Guest.signedIn(port, "acme");
        number = Guest.number(owner.register(Form.problem().file("a.txt", new byte[] {'x'})));
        file = attachments.of(tickets.get(number)).get(0).key();
    }

    @Test
    void readsAndWritesNothingOfAnothersTicket() {
        assertSame(stranger.get(Guest.at(number)), stranger.get(Guest.at(MISSING)));
        assertSame(stranger.get(Guest.at(number) + "/withdrawal"), stranger.get(Guest.at(MISSING) + "/withdrawal"));
        assertSame(stranger.press(Guest.at(number) + "/withdrawal"), stranger.press(Guest.at(MISSING) + "/withdrawal"));
        assertSame(
                stranger.send(Guest.at(number) + "/messages", Form.reply("x").file("b.txt", new byte[] {'y'})),
                stranger.send(Guest.at(MISSING) + "/messages", Form.reply("x").file("b.txt", new byte[] {'y'})));
        assertSame(stranger.get("/panel/events?ticket=" + number), stranger.get("/panel/events?ticket=" + MISSING));
        assertSame(stranger.get("/panel/tickets?before=" + number), stranger.get("/panel/tickets?before=" + MISSING));

        assertThat(tickets.get(number).status()).isEqualTo(TicketStatus.REGISTERED);
        assertThat(conversation.of(tickets.get(number))).isEmpty();
        assertThat(attachments.of(tickets.get(number))).hasSize(1);
    }

    @Test
    void getsNoFileOfAnothers() {
        String own = stranger.registered();

        assertSame(
                stranger.get(Guest.at(number) + "/files/" + file), stranger.get(Guest.at(MISSING) + "/files/" + file));
        assertSame(
                stranger.get(Guest.at(own) + "/files/" + file),
                stranger.get(Guest.at(own) + "/files/" + UUID.randomUUID()));
        assertSame(stranger.get(Guest.at(own) + "/files/no-key"), stranger.get(Guest.at(own) + "/files/1"));
        assertThat(owner.get(Guest.at(number) + "/files/" + file).body()).isEqualTo("x");
    }

    @Test
    void cannotClaimWhatAnotherUploaded() {
        Matcher kept =
                UPLOAD.matcher(owner.register(Form.problem().with("subject", "").file("secret.txt", new byte[] {'s'}))
                        .body());
        assertThat(kept.find()).isTrue();
        String own = stranger.registered();

        for (String path : new String[] {"/panel/tickets?type=PROBLEM", Guest.at(own) + "/messages"}) {
            HttpResponse<String> anothers = stranger.send(path, form().upload(kept.group(1)));
            HttpResponse<String> missing =
                    stranger.send(path, form().upload(UUID.randomUUID().toString()));

            assertThat(anothers.statusCode()).isEqualTo(422);
            assertThat(anothers.body()).doesNotContain("secret.txt").contains("no longer kept", "Белая страница");
            assertThat(withoutRandomness(anothers)).isEqualTo(withoutRandomness(missing));
        }
        assertThat(attachments.of(tickets.get(own))).isEmpty();
        assertThat(Guest.number(owner.register(Form.problem().upload(kept.group(1)))))
                .isNotNull();
    }

    @Test
    void listsNothingOfAnothers() {
        for (String show : new String[] {"open", "closed", "all"}) {
            assertThat(stranger.get("/panel/tickets?show=" + show).body()).doesNotContain(number);
        }
    }

    /** Fits both forms. */
    private static Form form() {
        return Form.problem().with("text", "Белая страница");
    }

    private static void assertSame(HttpResponse<String> anothers, HttpResponse<String> missing) {
        assertThat(anothers.statusCode()).isEqualTo(404);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(anothers.body()).isEqualTo(missing.body()).isNotEmpty();
    }

    /** Each form has tokens and a key of its own. */
    private static String withoutRandomness(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"(_csrf|form)\" value=\"[^\"]+\"", "");
    }
}
