package com.leecyber.support.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code inbound_mail}: what came in, and who works on it. What became of a mail is {@link MailEnds}'. */
@Component
class InboundMails {

    private static final int LONGEST_ERROR = 1000;

    private static final String STORE = "insert into inbound_mail (mailbox, uid_validity, uid, size, raw, complete,"
            + " received_at, next_attempt_at) values (:mailbox, :validity, :uid, :size, :raw, :complete, :now, :now)"
            + " on conflict (mailbox, uid_validity, uid) do nothing";

    // Another worker or node passes over what this one has locked, and over what is leased.
    private static final String CLAIM = "with due as materialized (select id from inbound_mail where state = 'RECEIVED'"
            + " and next_attempt_at <= :now order by next_attempt_at, id limit 1 for update skip locked)"
            + " update inbound_mail mail set attempts = attempts + 1, next_attempt_at = :lease from due"
            + " where mail.id = due.id returning mail.*";

    private final JdbcClient database;

    InboundMails(JdbcClient database) {
        this.database = database;
    }

    /**
     * A mail that was fetched.
     *
     * @param size what the server said that the whole of it has, in bytes
     */
    record Fetched(long uid, long size, byte[] raw, boolean complete) {}

    /** What waits, what a shift lead has to look at, and since when the oldest waits. */
    record Figures(long waiting, long quarantined, Optional<Instant> oldest) {}

    /** Which of these are stored already. */
    Set<Long> known(String mailbox, long validity, Collection<Long> uids) {
        return new HashSet<>(database.sql("select uid from inbound_mail where mailbox = :mailbox"
                        + " and uid_validity = :validity and uid = any(:uids)")
                .param("mailbox", mailbox)
                .param("validity", validity)
                .param("uids", uids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** Keeps them all; once it returns they are committed, and nothing that happens here can lose them. */
    @Transactional
    public void store(String mailbox, long validity, List<Fetched> mails, Instant now) {
        for (Fetched mail : mails) {
            database.sql(STORE)
                    .param("mailbox", mailbox)
                    .param("validity", validity)
                    .param("uid", mail.uid())
                    .param("size", mail.size())
                    .param("raw", mail.raw())
                    .param("complete", mail.complete())
                    .param("now", utc(now))
                    .update();
        }
    }

    /** Takes the mail that waits longest until the lease ends, in one committed statement. */
    Optional<InboundMail> claim(Instant now, Instant lease) {
        return database.sql(CLAIM)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .query((row, number) -> mail(row))
                .optional();
    }

    /** Whether the mail is still this claim's; then nobody else can end it before this transaction does. */
    boolean holds(InboundMail claimed) {
        return database.sql("select 1 from inbound_mail where id = :id and attempts = :attempts"
                        + " and state = 'RECEIVED' for update")
                .param("id", claimed.id())
                .param("attempts", claimed.attempts())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** An attempt failed; a mail that another worker has claimed since is left. */
    void failed(InboundMail claimed, String error, Instant nextAttempt) {
        database.sql("update inbound_mail set next_attempt_at = :next, last_error = :error where id = :id"
                        + " and attempts = :attempts and state = 'RECEIVED'")
                .param("next", utc(nextAttempt))
                .param("error", Storable.line(error, LONGEST_ERROR))
                .param("id", claimed.id())
                .param("attempts", claimed.attempts())
                .update();
    }

    Figures figures() {
        return database.sql("select (select count(*) from inbound_mail where state = 'RECEIVED') as waiting,"
                        + " (select count(*) from inbound_mail where state = 'QUARANTINE') as quarantined,"
                        + " (select min(received_at) from inbound_mail where state = 'RECEIVED') as oldest")
                .query((row, number) -> new Figures(
                        row.getLong("waiting"),
                        row.getLong("quarantined"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    static InboundMail mail(ResultSet row) throws SQLException {
        return new InboundMail(
                row.getLong("id"),
                row.getString("mailbox"),
                row.getBytes("raw"),
                row.getBoolean("complete"),
                row.getLong("size"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
