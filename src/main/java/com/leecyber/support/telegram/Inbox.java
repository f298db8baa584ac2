package com.leecyber.support.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code telegram_update}: everything that Telegram said, as it came, until it is worked off and beyond. */
@BotComponent
class Inbox {

    private static final int LONGEST_ERROR = 1000;

    // A chat's news wait for the ones before them; of two nodes the second passes over what the first is at.
    private static final String NEXT = "select update_id, raw, attempts from telegram_update waiting"
            + " where state = 'WAITING' and next_attempt_at <= :now and not exists (select 1 from telegram_update earlier"
            + " where earlier.state = 'WAITING' and earlier.chat_id = waiting.chat_id"
            + " and earlier.update_id < waiting.update_id)"
            + " order by update_id limit 1 for update skip locked";

    private final JdbcClient database;
    private final Clock clock;

    Inbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One piece of news whose turn it is. */
    record Waiting(long updateId, String raw, int attempts) {}

    /** What waits and what was put aside. */
    record Figures(long waiting, long failed) {}

    /** Keeps all of it or nothing; what came before is known again by its number. */
    @Transactional
    void store(List<JsonNode> updates) {
        updates.forEach(update -> database.sql("insert into telegram_update (update_id, chat_id, raw, came_at, state,"
                        + " next_attempt_at) values (:id, :chat, :raw, :now, 'WAITING', :now) on conflict do nothing")
                .param("id", update.path("update_id").asLong())
                .param("chat", UpdateReader.chatOf(update), Types.BIGINT)
                .param("raw", storable(update.toString()))
                .param("now", now())
                .update());
    }

    /** The next that is due, locked until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Waiting> next() {
        return database.sql(NEXT).param("now", now()).query(Waiting.class).optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void done(Waiting update) {
        database.sql("update telegram_update set state = 'DONE', last_error = null where update_id = ?")
                .param(update.updateId())
                .update();
    }

    /**
     * It could not be worked off.
     *
     * @param pause until the next attempt; empty puts it aside for good
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void failed(Waiting update, String error, Optional<Duration> pause) {
        Instant next = clock.instant().plus(pause.orElse(Duration.ZERO));
        database.sql("update telegram_update set attempts = attempts + 1, last_error = :error, state = :state,"
                        + " next_attempt_at = :next where update_id = :id")
                .param("error", Line.of(error, LONGEST_ERROR))
                .param("state", pause.isPresent() ? "WAITING" : "FAILED")
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("id", update.updateId())
                .update();
    }

    /** Forgets what was worked off long ago; its contents live on in tickets. */
    @Transactional
    public void forgetBefore(Instant moment) {
        database.sql("delete from telegram_update where state = 'DONE' and came_at < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    Figures figures() {
        return database.sql("select count(*) filter (where state = 'WAITING') as waiting,"
                        + " count(*) filter (where state = 'FAILED') as failed from telegram_update"
                        + " where state in ('WAITING', 'FAILED')")
                .query(Figures.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Half a character (a lone surrogate) has no UTF-8 form; it must not keep the rest from being stored. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
