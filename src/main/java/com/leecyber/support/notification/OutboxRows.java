package com.leecyber.support.notification;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.ContactChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code outbox}. A row with a next attempt waits for it; one that was neither sent nor waits has failed for
 * good.
 */
@Component
class OutboxRows {

    private static final int LONGEST_ERROR = 1000;

    /** The chain of what is about neither a ticket nor works. */
    private static final String ABOUT_NOTHING = "NOTIFICATIONS";

    private static final String ADD = "insert into outbox (key, ticket, kind, recipient, language, subject, body,"
            + " message_id, created_at, next_attempt_at, last_error, chat_id) values (:key, :ticket, :kind, :recipient,"
            + " :language, :subject, :body, :messageId, :now, :nextAttempt, :error, :chat) on conflict (key) do nothing";

    private static final String ADD_ALL =
            "insert into outbox (circular, ticket, kind, language, key, recipient, subject,"
                    + " body, message_id, last_error, created_at, next_attempt_at) select :circular, mail.*, :now, case when"
                    + " mail.error is null then cast(:now as timestamptz) end from unnest(:tickets, :kinds, :languages, :keys,"
                    + " :recipients, :subjects, :bodies, :messageIds, :errors) as mail (ticket, kind, language, key, recipient,"
                    + " subject, body, message_id, error) on conflict (key) do nothing";

    // The rows are chosen once, before any is changed; another node passes over what this one has locked.
    private static final String CLAIM = "with %s update outbox mail set attempts = attempts + 1, next_attempt_at ="
            + " :lease from due where mail.id = due.id returning mail.*, (select first.message_id from outbox first where"
            + " first.ticket = mail.ticket and first.recipient = mail.recipient order by first.id limit 1) as thread,"
            + " coalesce(mail.in_reply_to, (select theirs.message_id from mail_thread theirs where"
            + " theirs.ticket = mail.ticket and theirs.address = lower(mail.recipient) order by theirs.id desc limit 1))"
            + " as answered, (select cast(calendar as json) ->> mail.language from circular"
            + " where circular.key = mail.circular) as calendar_file";

    private static final String DUE = "materialized (select id from outbox candidate where sent_at is null and"
            + " next_attempt_at <= :now and %s order by next_attempt_at, id limit %s for update skip locked)";

    // Whoever is written to in person does not wait for thousands who are told of works.
    private static final String CLAIM_MAILS = CLAIM.formatted("personal as "
            + DUE.formatted("chat_id is null and circular is null", ":most")
            + ", circulars as " + DUE.formatted("circular is not null", ":most - (select count(*) from personal)")
            + ", due as (select id from personal union all select id from circulars)");

    // What is said in a chat is said in order: nothing overtakes what waits for a later moment, or is being sent
    // elsewhere.
    private static final String CLAIM_CHATS = CLAIM.formatted("due as "
            + DUE.formatted(
                    "chat_id is not null and not exists (select 1 from outbox earlier where earlier.chat_id ="
                            + " candidate.chat_id and earlier.id < candidate.id and earlier.sent_at is null and"
                            + " earlier.next_attempt_at > :now)",
                    ":most"));

    private static final String FIGURES = "select count(*) filter (where next_attempt_at is not null) as queued,"
            + " count(*) filter (where next_attempt_at is null) as failed,"
            + " min(created_at) filter (where next_attempt_at is not null) as oldest from outbox where sent_at is null";

    private final JdbcClient database;
    private final Journal journal;

    OutboxRows(JdbcClient database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** What waits, what failed for good, and since when the oldest waits. */
    record Figures(long queued, long failed, Optional<Instant> oldest) {}

    /** Adds a row unless its key is there; with an error it counts as failed for good from the start. */
    boolean add(Notification notification, MailText mail, String messageId, Instant now, String error) {
        return database.sql(ADD)
                        .param("key", notification.key())
                        .param("ticket", notification.ticket())
                        .param("kind", notification.kind().id())
                        .param("recipient", notification.recipient())
                        .param("language", notification.language().getLanguage())
                        .param("subject", mail.subject())
                        .param("body", mail.body())
                        .param("messageId", messageId)
                        .param("now", utc(now))
                        .param("nextAttempt", error == null ? utc(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("error", error, Types.VARCHAR)
                        .param("chat", notification.chat(), Types.BIGINT)
                        .update()
                > 0;
    }

    /** Adds a mail that is no customer's notification, unless its key is there. */
    boolean add(OutgoingMail mail, Instant now) {
        return database.sql("insert into outbox (key, ticket, kind, recipient, language, subject, body, message_id,"
                                + " in_reply_to, created_at, next_attempt_at) values (:key, :about, :kind, :recipient,"
                                + " :language, :subject, :body, :messageId, :inReplyTo, :now, :now)"
                                + " on conflict (key) do nothing")
                        .param("key", mail.key())
                        .param("about", mail.about(), Types.VARCHAR)
                        .param("kind", mail.kind())
                        .param("recipient", mail.recipient())
                        .param("language", mail.language().getLanguage())
                        .param("subject", mail.text().subject())
                        .param("body", mail.text().body())
                        .param("messageId", mail.messageId())
                        .param("inReplyTo", mail.inReplyTo(), Types.VARCHAR)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /**
     * Adds the mails of a circular with one statement, but for those whose keys are there. What has no address counts as
     * failed for good from the start, for the operator to see.
     *
     * @return how many it added
     */
    int addAll(String circular, List<OutgoingMail> mails, Instant now) {
        return database.sql(ADD_ALL)
                .param("circular", circular)
                .param("now", utc(now))
                .param("tickets", column(mails, OutgoingMail::about))
                .param("kinds", column(mails, OutgoingMail::kind))
                .param("languages", column(mails, mail -> mail.language().getLanguage()))
                .param("keys", column(mails, OutgoingMail::key))
                .param("recipients", column(mails, OutgoingMail::recipient))
                .param("subjects", column(mails, mail -> mail.text().subject()))
                .param("bodies", column(mails, mail -> mail.text().body()))
                .param("messageIds", column(mails, OutgoingMail::messageId))
                .param(
                        "errors",
                        column(
                                mails,
                                mail -> MailAddress.complaint(mail.recipient()).orElse(null)))
                .update();
    }

    private static String[] column(List<OutgoingMail> mails, Function<OutgoingMail, String> value) {
        return mails.stream().map(value).toArray(String[]::new);
    }

    /** Adds what the bot says in a chat, unless its key is there. */
    boolean addToChat(String key, long chat, String text, String buttons, Instant now) {
        return database.sql("insert into outbox (key, kind, language, subject, body, message_id, created_at,"
                                + " next_attempt_at, chat_id, buttons) values (:key, 'chat', 'ru', '', :text, '', :now,"
                                + " :now, :chat, :buttons) on conflict (key) do nothing")
                        .param("key", key)
                        .param("text", text)
                        .param("now", utc(now))
                        .param("chat", chat)
                        .param("buttons", buttons, Types.VARCHAR)
                        .update()
                > 0;
    }

    boolean existsSince(String ticket, NotificationKind kind, Instant moment) {
        return database.sql("select exists (select 1 from outbox where ticket = :ticket and kind = :kind"
                        + " and created_at > :moment)")
                .param("ticket", ticket)
                .param("kind", kind.id())
                .param("moment", utc(moment))
                .query(Boolean.class)
                .single();
    }

    /** Takes due rows for this node until the lease ends, in one committed statement; personal ones and the oldest first. */
    List<OutboxMail> claim(ContactChannel channel, Instant now, Instant lease, int most) {
        return database
                .sql(channel == ContactChannel.TELEGRAM ? CLAIM_CHATS : CLAIM_MAILS)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .param("most", most)
                .query((row, number) -> mail(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(OutboxMail::isCircular).thenComparing(OutboxMail::id))
                .toList();
    }

    void sent(OutboxMail mail, Instant at) {
        database.sql("update outbox set sent_at = :at, next_attempt_at = null, last_error = null where id = :id")
                .param("at", utc(at))
                .param("id", mail.id())
                .update();
    }

    /** The attempt failed, and there will be another. A row that another node has claimed since is left. */
    void failed(OutboxMail mail, String error, Instant nextAttempt) {
        failed(mail, error, Optional.of(nextAttempt));
    }

    /** The last attempt failed, and the journal tells so where it tells of the ticket or works. */
    @Transactional
    public void giveUp(OutboxMail mail, String error) {
        if (failed(mail, error, Optional.empty())) {
            Actor.as(
                    "outbox",
                    () -> journal.record(
                            Objects.requireNonNullElse(mail.ticket(), ABOUT_NOTHING),
                            EventKind.NOTIFICATION_GIVEN_UP,
                            null,
                            Map.of("kind", mail.kind(), "key", mail.key(), "attempts", mail.attempts())));
        }
    }

    private boolean failed(OutboxMail mail, String error, Optional<Instant> nextAttempt) {
        return database.sql("update outbox set next_attempt_at = :next, last_error = :error"
                                + " where id = :id and attempts = :attempts and sent_at is null")
                        .param("next", nextAttempt.map(OutboxRows::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("error", OneLine.of(error, LONGEST_ERROR))
                        .param("id", mail.id())
                        .param("attempts", mail.attempts())
                        .update()
                > 0;
    }

    /** Gives back what there was no time to try: it is due at once and no attempt was used. */
    void release(OutboxMail mail, Instant due) {
        database.sql("update outbox set next_attempt_at = :due, attempts = attempts - 1"
                        + " where id = :id and attempts = :attempts and sent_at is null")
                .param("due", utc(due))
                .param("id", mail.id())
                .param("attempts", mail.attempts())
                .update();
    }

    /** A chat did not take it: it goes to the recipient by mail, at once and as if it had not been tried. */
    boolean redirectToMail(OutboxMail message, String error, Instant now) {
        return database.sql("update outbox set chat_id = null, buttons = null, attempts = 0, next_attempt_at = :now,"
                                + " last_error = :error where id = :id and sent_at is null and chat_id is not null")
                        .param("now", utc(now))
                        .param("error", OneLine.of(error, LONGEST_ERROR))
                        .param("id", message.id())
                        .update()
                > 0;
    }

    /** Nobody will ever read it, and there is no other way to say it. */
    void drop(OutboxMail message) {
        database.sql("delete from outbox where id = :id and sent_at is null")
                .param("id", message.id())
                .update();
    }

    /** How many mails of these kinds an address got since a moment, whether sent yet or not. */
    int countTo(String recipient, List<String> kinds, Instant moment) {
        return database.sql("select count(*) from outbox where recipient = :recipient and created_at > :moment"
                        + " and kind in (:kinds)")
                .param("recipient", recipient)
                .param("moment", utc(moment))
                .param("kinds", kinds)
                .query(Integer.class)
                .single();
    }

    /** How many mails to strangers were queued since a moment. */
    int countToStrangers(Instant moment) {
        return database.sql("select count(*) from outbox where kind = 'unknown-sender' and created_at > :moment")
                .param("moment", utc(moment))
                .query(Integer.class)
                .single();
    }

    Figures figures() {
        return database.sql(FIGURES)
                .query((row, number) -> new Figures(
                        row.getLong("queued"), row.getLong("failed"), Optional.ofNullable(instant(row, "oldest"))))
                .single();
    }

    private static OutboxMail mail(ResultSet row) throws SQLException {
        return new OutboxMail(
                row.getLong("id"),
                row.getString("key"),
                row.getString("ticket"),
                row.getString("kind"),
                row.getString("recipient"),
                row.getObject("chat_id", Long.class),
                row.getString("buttons"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("subject"),
                row.getString("body"),
                row.getString("message_id"),
                instant(row, "created_at"),
                row.getInt("attempts"),
                row.getString("thread"),
                row.getString("answered"),
                row.getString("circular"),
                row.getString("calendar_file"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
