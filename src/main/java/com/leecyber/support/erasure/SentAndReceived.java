package com.leecyber.support.erasure;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the words out of what was sent and received; joins the caller's transaction. What was not sent yet is dropped. What
 * was, keeps its kind, its ticket and its moments, and says to nobody that it was erased.
 */
@Component
class SentAndReceived {

    /** Mails at a time: the contents of each may be large. */
    static final int BATCH = 200;

    private static final String BLANK = "update outbox set subject = :text, body = :text, recipient = :nobody,"
            + " chat_id = null, buttons = null, in_reply_to = null, last_error = null where ";

    // What a shift lead had not decided yet needs no decision any more.
    private static final String EMPTY = "update inbound_mail set raw = :mail, emptied_at = :now, sender = null,"
            + " subject = :text, message_id = null, last_error = null,"
            + " decision = case when state = 'QUARANTINE' or decision is not null then :text end,"
            + " decided_by = case when state = 'QUARANTINE' then :by else decided_by end,"
            + " decided_at = case when state = 'QUARANTINE' then :now else decided_at end,"
            + " state = case when state = 'QUARANTINE' then 'DISCARDED' else state end where ";

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;

    SentAndReceived(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is about these tickets. */
    Amounts eraseOf(List<String> tickets, Erasure erasure) {
        int mails = empty("ticket in (:which)", tickets, erasure);
        database.sql("delete from mail_thread where ticket in (:tickets)")
                .param("tickets", tickets)
                .update();
        int dropped = database.sql("delete from outbox where ticket in (:tickets) and sent_at is null")
                .param("tickets", tickets)
                .update();
        int blank = blank("ticket in (:tickets)").param("tickets", tickets).update();
        return new Amounts(0, 0, 0, mails, dropped + blank);
    }

    /**
     * Whether mails that came before a moment have still to be read: one of them may be the customer's.
     *
     * @param moment up to which whoever wrote from the address was the customer
     */
    boolean isReading(Instant moment) {
        return database.sql("select exists (select 1 from inbound_mail where state = 'RECEIVED'"
                        + " and received_at <= :moment)")
                .param("moment", utc(moment))
                .query(Boolean.class)
                .single();
    }

    /** The next mails that came from the customer's address and belong to no ticket of theirs; none when none is left. */
    Amounts eraseMailsFrom(Erasure erasure) {
        List<Long> next = database.sql("select id from inbound_mail where lower(sender) = lower(:address)"
                        + " and emptied_at is null and received_at <= :until order by id limit :most for update")
                .param("address", erasure.address())
                .param("until", utc(erasure.requestedAt()))
                .param("most", BATCH)
                .query(Long.class)
                .list();
        return next.isEmpty() ? Amounts.NONE : Amounts.ofMails(empty("id in (:which)", next, erasure));
    }

    /** What else was said to the customer: mails to all, answers to a stranger with that address, and chats. */
    Amounts eraseTo(Erasure erasure) {
        List<String> addresses = List.of(erasure.address(), erasure.address().toLowerCase(Locale.ROOT));
        int dropped = database.sql("delete from outbox where recipient in (:addresses) and sent_at is null")
                .param("addresses", addresses)
                .update();
        int blank =
                blank("recipient in (:addresses)").param("addresses", addresses).update();
        database.sql("delete from mail_thread where address = lower(:address)")
                .param("address", erasure.address())
                .update();
        return new Amounts(0, 0, 0, 0, dropped + blank + (erasure.chats().isEmpty() ? 0 : eraseIn(erasure.chats())));
    }

    private int eraseIn(List<Long> chats) {
        return database.sql("delete from outbox where chat_id in (:chats)")
                .param("chats", chats)
                .update();
    }

    private JdbcClient.StatementSpec blank(String which) {
        return database.sql(BLANK + which).param("text", Erased.TEXT).param("nobody", Erased.NOBODY);
    }

    /** Returns how many; those that were in quarantine have a chain in the journal, which says so. */
    private int empty(String which, List<?> keys, Erasure erasure) {
        List<Emptied> mails = database.sql(EMPTY + which + " and emptied_at is null returning id, reason")
                .param("which", keys)
                .param("mail", Erased.MAIL)
                .param("text", Erased.TEXT)
                .param("by", erasure.requestedBy())
                .param("now", utc(clock.instant()))
                .query(Emptied.class)
                .list();
        mails.stream()
                .filter(mail -> mail.reason() != null)
                .forEach(mail ->
                        journal.record("MAIL-" + mail.id(), EventKind.PERSONAL_DATA_ERASED, null, erasure.cause()));
        return mails.size();
    }

    private record Emptied(long id, String reason) {}

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
