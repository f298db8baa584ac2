package com.leecyber.support.notification;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What many customers are told at once, and how far that has come. */
@Service
public class Circulars {

    private final JdbcClient database;
    private final Clock clock;

    Circulars(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * How far one has come.
     *
     * @param finished whether everybody's mail is queued
     * @param queued mails that were queued so far
     * @param sent those of them that a mail server took
     * @param failed those that were given up
     * @param lastSent when the last one was taken; null before the first
     */
    public record Progress(boolean finished, long queued, long sent, long failed, Instant lastSent) {

        /** Whether every mail was taken by a mail server or given up. */
        public boolean isOut() {
            return finished && sent + failed == queued;
        }
    }

    /** Begins to tell it, in the caller's transaction; beginning it again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Circular circular) {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        circular.values().forEach((language, values) -> texts.put(language.getLanguage(), values));
        database.sql("insert into circular (key, about, kind, audience, texts, calendar, created_at) values (:key,"
                        + " :about, :kind, :audience, :texts, :calendar, :now) on conflict do nothing")
                .param("key", circular.key())
                .param("about", circular.about())
                .param("kind", circular.kind().id())
                .param("audience", circular.audience())
                .param("texts", CircularTexts.write(texts))
                .param("calendar", circular.calendar(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How far that circular has come; empty when nobody began it. */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(String about, CircularKind kind, int sequence) {
        return database.sql(
                        "select finished_at is not null as finished, queued, count(mail.id) filter (where sent_at is"
                                + " not null) as sent, count(mail.id) filter (where sent_at is null and next_attempt_at is null)"
                                + " as failed, max(sent_at) as last_sent from circular left join outbox mail on mail.circular ="
                                + " circular.key where circular.key = ? group by circular.key")
                .param(about + ":" + kind.id() + ":" + sequence)
                .query((row, number) -> new Progress(
                        row.getBoolean("finished"),
                        row.getLong("queued"),
                        row.getLong("sent"),
                        row.getLong("failed"),
                        instant(row.getObject("last_sent", OffsetDateTime.class))))
                .optional();
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
