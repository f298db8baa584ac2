package com.leecyber.support.notification;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code lead_notice}: what shift leads are to be told, worded already, until a mail has taken it along. */
@Component
class LeadNotices {

    private static final String ADD = "insert into lead_notice (key, about, kind, recipient, language, clause, subject,"
            + " body, created_at) values (:key, :about, :kind, :recipient, :language, :clause, :subject, :body, :now)"
            + " on conflict (key) do nothing";

    private final JdbcClient database;
    private final Clock clock;

    LeadNotices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One that waits. */
    record Waiting(
            long id,
            String key,
            String about,
            String kind,
            String recipient,
            String language,
            String subject,
            String body) {

        Locale locale() {
            return Locale.forLanguageTag(language);
        }
    }

    /** Adds one unless its key is there. */
    boolean add(Notification notification, MailText text) {
        return database.sql(ADD)
                        .param("key", notification.key())
                        .param("about", notification.ticket())
                        .param("kind", notification.kind().id())
                        .param("recipient", notification.recipient())
                        .param("language", notification.language().getLanguage())
                        .param("clause", notification.clause(), Types.VARCHAR)
                        .param("subject", text.subject())
                        .param("body", text.body())
                        .param("now", now())
                        .update()
                > 0;
    }

    /** Those for whom something waits. */
    List<String> recipients() {
        return database.sql("select distinct recipient from lead_notice where told_at is null order by recipient")
                .query(String.class)
                .list();
    }

    /** What waits for somebody, oldest first. */
    List<Waiting> waiting(String recipient) {
        return database.sql("select id, key, about, kind, recipient, language, subject, body from lead_notice"
                        + " where recipient = ? and told_at is null order by id")
                .param(recipient)
                .query(Waiting.class)
                .list();
    }

    /** When somebody was last told anything. */
    Optional<Instant> lastTold(String recipient) {
        return database.sql("select told_at from lead_notice where recipient = ? and told_at is not null"
                        + " order by told_at desc limit 1")
                .param(recipient)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** That one, and whatever waited before it, was told now. */
    void told(Waiting last) {
        database.sql("update lead_notice set told_at = :now where recipient = :recipient and id <= :last"
                        + " and told_at is null")
                .param("now", now())
                .param("recipient", last.recipient())
                .param("last", last.id())
                .update();
    }

    /** One node at a time writes to somebody. */
    void lock(String recipient) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('lead:' || ?, 0))")
                .param(recipient)
                .query(row -> {});
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
