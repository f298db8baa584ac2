package com.leecyber.support.notification;

import static com.leecyber.support.notification.Mailbag.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody gets more than one mail a minute, however much there is to tell. */
@OutboxSlice
@Import({LeadDigest.class, LeadNotices.class})
class LeadDigestTest {

    private static final String LEAD = "lead@desk.example";

    @Autowired
    LeadDigest digest;

    @Autowired
    LeadNotices notices;

    @Autowired
    Templates templates;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    record Mail(String kind, String ticket, String recipient, String subject, String body) {}

    @BeforeEach
    void nothingWaits() {
        clock.advance(Duration.ofHours(1));
        database.sql("delete from outbox").update();
        digest.tell();
        clock.advance(Duration.ofHours(1));
        database.sql("delete from outbox").update();
    }

    @Test
    void theFirstIsToldAtOnceAndAsItIs() {
        String ticket = aTicket();
        breach(ticket, LEAD);
        breach(ticket, LEAD);

        digest.tell();
        digest.tell();

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("deadline-breach");
            assertThat(mail.ticket()).isEqualTo(ticket);
            assertThat(mail.subject()).contains(ticket);
        });
    }

    @Test
    void whatComesWithinAMinuteIsOneMailAfterIt() {
        breach(aTicket(), LEAD);
        digest.tell();
        List<String> tickets = List.of(aTicket(), aTicket(), aTicket());
        tickets.forEach(ticket -> breach(ticket, LEAD));
        clock.advance(Duration.ofSeconds(59));
        digest.tell();
        assertThat(mails()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        digest.tell();

        assertThat(mails()).hasSize(2).last().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("lead-digest");
            assertThat(mail.subject()).contains("3");
            assertThat(mail.body()).contains(tickets);
        });
    }

    @Test
    void aFloodIsOneMailThatSaysHowMuchItLeavesOut() {
        for (int count = 0; count < LeadDigest.LINES + 42; count++) {
            breach(aTicket(), LEAD);
        }

        digest.tell();

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).contains("142");
            assertThat(mail.body()).contains("ещё 42");
            assertThat(mail.body().lines().filter(line -> line.startsWith("Срок нарушен")))
                    .hasSize(LeadDigest.LINES);
        });
        clock.advance(LeadDigest.BETWEEN_MAILS);
        digest.tell();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void leadsDoNotWaitForEachOther() {
        breach(aTicket(), LEAD);
        digest.tell();
        breach(aTicket(), "second@desk.example");

        digest.tell();

        assertThat(mails()).extracting(Mail::recipient).containsExactly(LEAD, "second@desk.example");
    }

    private void breach(String ticket, String lead) {
        Notification notification =
                Mailbag.notification(ticket, NotificationKind.DEADLINE_BREACH, lead, lead, Map.of());
        MailText text = templates.render(notification.kind(), notification.language(), notification.values());
        transaction.executeWithoutResult(status -> notices.add(notification, text));
    }

    private List<Mail> mails() {
        return database.sql("select kind, ticket, recipient, subject, body from outbox order by id")
                .query(Mail.class)
                .list();
    }
}
