package com.leecyber.support.mailbox;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of mails. Every method joins the caller's transaction: a mail's end is stored with what it led to. */
@Component
class MailEnds {

    /** What opens the door within this time counts against the sender's budget. */
    private static final Duration LATELY = Duration.ofHours(1);

    private static final String END = "update inbound_mail set state = :state, reason = coalesce(:reason, reason),"
            + " ticket = :ticket, sender = :sender, subject = :subject, message_id = :messageId, ended_at = :now,"
            + " last_error = coalesce(:error, last_error) where id = :id";

    private static final String EARLIER = "select (select count(*) from inbound_mail where sender = :sender"
            + " and state = 'TICKET' and ended_at > :since) as tickets, exists (select 1 from inbound_mail other where"
            + " other.message_id = :messageId and other.ticket is not null and other.sender = :sender and other.id <> :id"
            + " and (other.mailbox, other.uid_validity) <> (select mailbox, uid_validity from inbound_mail where id = :id))"
            + " as repeated";

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;

    MailEnds(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** It opened this ticket. */
    void asTicket(ReceivedMail mail, String ticket) {
        end(mail, "TICKET", null, ticket, null);
    }

    /** It is a message on this ticket. */
    void asReply(ReceivedMail mail, String ticket) {
        end(mail, "REPLY", null, ticket, null);
    }

    /** A shift lead has to look at it. */
    void inQuarantine(ReceivedMail mail, QuarantineReason reason, String error) {
        end(mail, "QUARANTINE", reason, null, error);
        journal.open(
                mail.mail().number(),
                EventKind.MAIL_QUARANTINED,
                "R3.1.1",
                Map.of("mailbox", mail.mail().mailbox(), "reason", reason));
    }

    /** Mails of one sender wait here for each other until the transaction ends, so that none is counted past. */
    void oneAtATime(String sender) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:sender, 7))")
                .param("sender", sender)
                .query(row -> {});
    }

    /**
     * What is known of a sender's mails.
     *
     * @param tickets how many tickets they have opened within the hour
     * @param repeated whether this one has become a ticket or a reply before, under another number of a mailbox
     */
    record Earlier(long tickets, boolean repeated) {}

    Earlier earlier(ReceivedMail mail, String sender) {
        return database.sql(EARLIER)
                .param("sender", sender)
                .param("since", InboundMails.utc(clock.instant().minus(LATELY)))
                .param("messageId", mail.headers().messageId().orElse(null), Types.VARCHAR)
                .param("id", mail.mail().id())
                .query((row, number) -> new Earlier(row.getLong("tickets"), row.getBoolean("repeated")))
                .single();
    }

    private void end(ReceivedMail mail, String state, QuarantineReason reason, String ticket, String error) {
        database.sql(END)
                .param("state", state)
                .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                .param("ticket", ticket, Types.VARCHAR)
                .param("sender", mail.sender().orElse(null), Types.VARCHAR)
                .param("subject", mail.headers().subject().orElse(null), Types.VARCHAR)
                .param("messageId", mail.headers().messageId().orElse(null), Types.VARCHAR)
                .param("now", InboundMails.utc(clock.instant()))
                .param("error", error, Types.VARCHAR)
                .param("id", mail.mail().id())
                .update();
    }
}
