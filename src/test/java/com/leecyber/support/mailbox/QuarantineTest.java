package com.leecyber.support.mailbox;

import static com.leecyber.support.mailbox.Inbox.CUSTOMER;
import static com.leecyber.support.mailbox.Inbox.OTHER;
import static com.leecyber.support.mailbox.Inbox.mail;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.mailbox.Inbox.Row;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shift lead's pages: each mail in quarantine is decided once, by somebody with a name. */
@HttpDeskTest
@Import(Inbox.class)
class QuarantineTest {

    @LocalServerPort
    int port;

    @Autowired
    Inbox inbox;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Journal journal;

    @Autowired
    InboundMails mails;

    @Autowired
    JdbcClient database;

    private Visitor vera;
    private String csrf;

    @BeforeEach
    void aShiftLead() {
        inbox.anHourPasses();
        vera = Visitor.signedIn(port, "vera");
        csrf = vera.csrf();
    }

    @Test
    void aStrangersMailBecomesATicketOfTheCustomerTheyWriteFor() {
        Row mail = quarantined("colleague@customers.example", "Вход <script>alert(1)</script>", "Не <b>входит</b>");

        assertThat(vera.get("/quarantine").body()).contains("/quarantine/" + mail.id(), "неизвестный отправитель");
        assertThat(vera.get("/quarantine?lang=en").body()).contains("unknown sender");
        assertThat(vera.get("/quarantine/" + mail.id()).body())
                .contains("Не &lt;b&gt;входит&lt;/b&gt;", "&lt;script&gt;", "colleague@customers.example")
                .doesNotContain("<script");
        HttpResponse<String> refused = decide(mail, "ticket", "customer", "nobody@x.example");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Клиента с адресом nobody@x.example нет");
        HttpResponse<String> answer = decide(mail, "ticket", "customer", " Romashka@customers.example ");

        assertThat(answer.statusCode()).isEqualTo(302);
        Row after = inbox.row(mail.id());
        assertThat(after.state()).isEqualTo("TICKET");
        Ticket ticket = tickets.get(after.ticket());
        assertThat(ticket.description()).isEqualTo("Не <b>входит</b>");
        assertThat(kinds("MAIL-" + mail.id()))
                .containsExactly(EventKind.MAIL_QUARANTINED.name(), EventKind.MAIL_RELEASED.name());
        assertThat(journal.of(ticket.number()))
                .filteredOn(entry -> entry.kind().equals(EventKind.MAIL_RELEASED.name()))
                .extracting(JournalEntry::actor)
                .containsExactly("vera");
        assertThat(vera.get("/quarantine?decided=true").body()).contains(ticket.number(), "vera");
        assertThat(database.sql("select count(*) from mail_thread where ticket = ?")
                        .param(ticket.number())
                        .query(Long.class)
                        .single())
                .as("a colleague's mail is not the customer's thread")
                .isZero();
    }

    @Test
    void theTicketsCustomerIsShownBeforeAMailIsAdded() {
        Ticket ticket =
                tickets.get(inbox.process(mail(CUSTOMER, "Доска", "text")).ticket());
        Row mail = quarantined("colleague@customers.example", "Re", "И у меня");

        String asked = vera.get("/quarantine/" + mail.id() + "?ticket="
                        + ticket.number().toLowerCase())
                .body();
        assertThat(asked).contains("ООО «Ромашка»", CUSTOMER, "не этот клиент");
        assertThat(conversation.of(ticket)).isEmpty();
        assertThat(vera.get("/quarantine/" + mail.id() + "?ticket=SD-2026-999999")
                        .body())
                .contains("Обращения SD-2026-999999 нет");
        decide(mail, "reply", "ticket", ticket.number());

        assertThat(inbox.row(mail.id()).state()).isEqualTo("REPLY");
        assertThat(conversation.of(ticket)).extracting(Message::text).containsExactly("И у меня");
    }

    @Test
    void aMailIsDiscardedWithAReasonAndKept() {
        Row mail = quarantined("ads@elsewhere.example", "Скидки", "text");

        assertThat(decide(mail, "discard", "why", "  ").body()).contains("Напишите, почему");
        assertThat(inbox.row(mail.id()).state()).isEqualTo("QUARANTINE");
        decide(mail, "discard", "why", "Реклама");
        HttpResponse<String> again = decide(mail, "ticket", "customer", CUSTOMER);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("уже принято решение: vera", "Реклама");
        assertThat(inbox.row(mail.id()).state()).isEqualTo("DISCARDED");
        assertThat(inbox.row(mail.id()).raw()).isEqualTo(mail.raw());
        assertThat(kinds("MAIL-" + mail.id()))
                .containsExactly(EventKind.MAIL_QUARANTINED.name(), EventKind.MAIL_DISCARDED.name());
    }

    @Test
    void manyWhoDecideAtOnceMakeOneTicket() throws Exception {
        Row mail = quarantined("race@elsewhere.example", "Гонка", "text");
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> decisions = List.of(
                    () -> decide(mail, "ticket", "customer", CUSTOMER).statusCode(),
                    () -> decide(mail, "ticket", "customer", OTHER).statusCode(),
                    () -> decide(mail, "discard", "why", "нет").statusCode(),
                    () -> decide(mail, "ticket", "customer", CUSTOMER).statusCode(),
                    () -> decide(mail, "discard", "why", "нет").statusCode(),
                    () -> decide(mail, "ticket", "customer", OTHER).statusCode());
            long accepted = 0;
            for (Future<Integer> decision : people.invokeAll(decisions)) {
                accepted += decision.get() == 302 ? 1 : 0;
            }
            assertThat(accepted).isOne();
        } finally {
            people.shutdownNow();
        }
        assertThat(kinds("MAIL-" + mail.id())).hasSize(2);
        assertThat(database.sql("select count(*) from ticket where subject = 'Гонка'")
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void theRawMailIsADownloadAndNothingElse() {
        Row mail = quarantined("html@elsewhere.example", "x", "<script>alert(1)</script>");

        HttpResponse<byte[]> download = vera.download("/quarantine/" + mail.id() + "/raw");

        assertThat(download.body()).isEqualTo(mail.raw());
        assertThat(download.headers().firstValue("Content-Type")).hasValue("message/rfc822");
        assertThat(download.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"MAIL-" + mail.id() + ".eml\"");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(download.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
    }

    @Test
    void anAuditorReadsAndDecidesNothing() {
        Row mail = quarantined("audit@elsewhere.example", "x", "y");
        Visitor inna = Visitor.signedIn(port, "inna");

        String page = inna.get("/quarantine/" + mail.id()).body();

        assertThat(page).contains("audit@elsewhere.example").doesNotContain("<form");
        assertThat(inna.form("/quarantine/" + mail.id() + "/discard", "_csrf", inna.csrf(), "why", "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(port, "anna").get("/quarantine").statusCode())
                .isEqualTo(403);
        assertThat(vera.get("/quarantine/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void aMailThatFailedEveryTimeLiesThereAsItCame() {
        long id = inbox.put(mail(CUSTOMER, "Ядовитое", "text"));
        database.sql("update inbound_mail set attempts = 5 where id = ?")
                .param(id)
                .update();
        inbox.workOnAll();

        assertThat(inbox.row(id).reason()).isEqualTo("FAILED");
        assertThat(vera.get("/quarantine/" + id).body()).contains("не удалось обработать", "Ядовитое");
        decide(inbox.row(id), "ticket", "customer", CUSTOMER);
        assertThat(tickets.get(inbox.row(id).ticket()).subject()).isEqualTo("Ядовитое");
    }

    @Test
    void theListGoesOnWhereAPageEnds() {
        for (int number = 0; number < 51; number++) {
            inbox.put("From: many@elsewhere.example\r\nSubject: много " + number + "\r\n\r\n");
        }
        inbox.workOnAll();

        String first = vera.get("/quarantine").body();
        String next = first.replaceAll("(?s).*href=\"(/quarantine\\?[^\"]*before=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");

        assertThat(first).contains("много 50").doesNotContain("много 0<");
        assertThat(vera.get(next).body()).contains("много 0<").doesNotContain("много 50<");
    }

    private Row quarantined(String sender, String subject, String text) {
        Row row = inbox.process(mail(sender, subject, text));
        assertThat(row.state()).isEqualTo("QUARANTINE");
        return row;
    }

    private HttpResponse<String> decide(Row mail, String how, String field, String value) {
        return vera.form("/quarantine/" + mail.id() + "/" + how, "_csrf", csrf, field, value);
    }

    private List<String> kinds(String number) {
        return journal.of(number).stream().map(JournalEntry::kind).toList();
    }
}
