package com.leecyber.support.notification;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code circular}, as those who queue its mails see it. */
@Component
class CircularRows {

    private final JdbcClient database;

    CircularRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * One whose mails are not all queued.
     *
     * @param values what its texts need besides the reader's name, by language and by name
     * @param reached the id of the last customer who was looked at
     * @param queued how many mails are
     */
    record Begun(
            String key,
            String about,
            CircularKind kind,
            String audience,
            Map<String, Map<String, String>> values,
            long reached,
            int queued) {}

    /** Their keys, oldest first. */
    List<String> unfinished() {
        return database.sql("select key from circular where finished_at is null order by created_at, key")
                .query(String.class)
                .list();
    }

    /** It is the caller's until the transaction ends; empty when another node has it, or when it is finished. */
    Optional<Begun> lock(String key) {
        return database.sql("select * from circular where key = ? and finished_at is null for update skip locked")
                .param(key)
                .query((row, number) -> new Begun(
                        row.getString("key"),
                        row.getString("about"),
                        CircularKind.of(row.getString("kind")),
                        row.getString("audience"),
                        JsonTexts.read(row.getString("texts")),
                        row.getLong("reached"),
                        row.getInt("queued")))
                .optional();
    }

    /** How far it has come; with a moment it is finished. */
    void reached(String key, long reached, int queued, Instant finishedAt) {
        database.sql(
                        "update circular set reached = :reached, queued = :queued, finished_at = :finished where key = :key")
                .param("reached", reached)
                .param("queued", queued)
                .param(
                        "finished",
                        finishedAt == null ? null : finishedAt.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("key", key)
                .update();
    }
}
