package com.leecyber.support.notification;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What many customers are told at once, and how far that has come. */
@Service
public class Circulars {

    private static final String PROGRESS = "select finished_at is not null as finished, queued, count(mail.id) filter"
            + " (where sent_at is not null) as sent, count(mail.id) filter (where sent_at is null and next_attempt_at is"
            + " null) as failed, max(sent_at) as last_sent from circular left join outbox mail on mail.circular ="
            + " circular.key where circular.key = ? group by circular.key";

    private final JdbcClient database;
    private final CircularWording wording;
    private final Journal journal;
    private final Clock clock;

    Circulars(JdbcClient database, CircularWording wording, Journal journal, Clock clock) {
        this.database = database;
        this.wording = wording;
        this.journal = journal;
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

    /**
     * Begins to tell it, in the caller's transaction; beginning it again changes nothing.
     *
     * @throws IllegalArgumentException when a text of its kind would miss a value, or would use none of that name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Circular circular) {
        Instant now = clock.instant();
        Map<String, Map<String, String>> values = wording.values(circular);
        boolean begun = database.sql(
                                "insert into circular (key, about, kind, audience, texts, calendar, created_at)"
                                        + " values (:key, :about, :kind, :audience, :texts, :calendar, :now) on conflict do nothing")
                        .param("key", circular.key())
                        .param("about", circular.about())
                        .param("kind", circular.kind().id())
                        .param("audience", circular.audience())
                        .param("texts", JsonTexts.write(values))
                        .param("calendar", calendar(circular, values, now), Types.VARCHAR)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        if (begun) {
            journal.record(
                    circular.about(),
                    EventKind.CIRCULAR_BEGAN,
                    circular.kind().clause().orElse(null),
                    Map.of("kind", circular.kind().id(), "key", circular.key(), "audience", circular.audience()));
        }
    }

    private String calendar(Circular circular, Map<String, Map<String, String>> values, Instant now) {
        if (!circular.kind().hasCalendar()) {
            return null;
        }
        // Calendars believe the file with the highest number; whoever plans the works holds their row meanwhile.
        int revision = database.sql("select count(*) from circular where about = ? and calendar is not null")
                .param(circular.about())
                .query(Integer.class)
                .single();
        return JsonTexts.write(wording.calendars(circular, values, revision, now));
    }

    /** How far that circular has come; empty when nobody began it. */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(String about, CircularKind kind, int sequence) {
        return database.sql(PROGRESS)
                .param(Circular.key(about, kind, sequence))
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
