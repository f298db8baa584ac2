package com.leecyber.support.telegram;

import com.leecyber.support.telegram.Update.SentFile;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code telegram_file}: files that lie with Telegram, first of a draft, then of a ticket, then with us. */
@BotComponent
class SentFiles {

    private static final int LONGEST_ERROR = 1000;

    private static final String CLAIM = "update telegram_file set attempts = attempts + 1, next_attempt_at = :lease"
            + " where update_id = (select update_id from telegram_file where state = 'WAITING' and ticket is not null"
            + " and next_attempt_at <= :now order by next_attempt_at, update_id limit 1 for update skip locked)"
            + " returning update_id, chat_id, file_id, name, ticket, attempts";

    private final JdbcClient database;
    private final Clock clock;

    SentFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A file that is to be fetched. */
    record Claimed(long updateId, long chatId, String fileId, String name, String ticket, int attempts) {}

    /**
     * Notes a file.
     *
     * @param ticket whose it is; null while the request is still being written
     */
    void add(long updateId, long chat, SentFile file, String ticket) {
        database.sql("insert into telegram_file (update_id, chat_id, file_id, name, ticket, state, next_attempt_at)"
                        + " values (?, ?, ?, ?, ?, 'WAITING', ?) on conflict do nothing")
                .params(updateId, chat, file.id(), file.name().replace("\0", ""), ticket, at(Duration.ZERO))
                .update();
    }

    int ofDraft(long chat) {
        return database.sql("select count(*) from telegram_file where chat_id = ? and ticket is null")
                .param(chat)
                .query(Integer.class)
                .single();
    }

    /** The draft was sent: its files belong to the ticket, and can be fetched once this is committed. */
    void giveTo(String ticket, long chat) {
        database.sql("update telegram_file set ticket = ?, next_attempt_at = ? where chat_id = ? and ticket is null")
                .params(ticket, at(Duration.ZERO), chat)
                .update();
    }

    void dropDraft(long chat) {
        database.sql("delete from telegram_file where chat_id = ? and ticket is null")
                .param(chat)
                .update();
    }

    /** Takes the next due file for this node until the lease ends. */
    Optional<Claimed> claim(Duration lease) {
        return database.sql(CLAIM)
                .param("lease", at(lease))
                .param("now", at(Duration.ZERO))
                .query(Claimed.class)
                .optional();
    }

    /** Whether it was still to be fetched; it no longer is. */
    boolean stored(Claimed file) {
        return database.sql("update telegram_file set state = 'STORED', last_error = null"
                                + " where update_id = ? and state = 'WAITING'")
                        .param(file.updateId())
                        .update()
                > 0;
    }

    /**
     * It could not be had.
     *
     * @param pause until the next attempt; empty gives it up
     */
    void failed(Claimed file, String error, Optional<Duration> pause) {
        database.sql("update telegram_file set state = ?, last_error = ?, next_attempt_at = ?"
                        + " where update_id = ? and state = 'WAITING'")
                .params(
                        pause.isPresent() ? "WAITING" : "FAILED",
                        Line.of(error, LONGEST_ERROR),
                        at(pause.orElse(Duration.ZERO)),
                        file.updateId())
                .update();
    }

    /** How many were given up. */
    long givenUp() {
        return database.sql("select count(*) from telegram_file where state = 'FAILED'")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime at(Duration later) {
        return clock.instant().plus(later).atOffset(ZoneOffset.UTC);
    }
}
