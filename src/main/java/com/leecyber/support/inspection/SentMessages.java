package com.leecyber.support.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What left the house about a ticket, and whether it arrived: rows of the outbox, and notices to shift leads. */
@Component
@Transactional(readOnly = true)
class SentMessages {

    private static final String TO_CUSTOMERS =
            "select key, kind, recipient, chat_id is not null as chat, language, subject, body,"
                    + " created_at, attempts, sent_at, next_attempt_at is null as settled, last_error from outbox"
                    + " where ticket = :number order by id limit 500";

    private static final String TO_LEADS =
            "select key, kind, recipient, false as chat, language, subject, body, created_at,"
                    + " 0 as attempts, told_at as sent_at, false as settled, null as last_error from lead_notice where key in (:keys)";

    private final JdbcClient database;

    SentMessages(JdbcClient database) {
        this.database = database;
    }

    /**
     * One message.
     *
     * @param recipient an address; null of a chat, or when it was erased
     * @param sent when a server took it, or null
     * @param settled whether nobody tries any more
     * @param error what the last attempt met, or null
     */
    record SentMessage(
            String key,
            String kind,
            String recipient,
            boolean chat,
            String language,
            String subject,
            String body,
            Instant queued,
            int attempts,
            Instant sent,
            boolean settled,
            String error) {

        public boolean isGivenUp() {
            return sent == null && settled;
        }
    }

    /** By their keys: what went to the customer, and of the keys named in its journal what went to leads. */
    Map<String, SentMessage> about(String number, Collection<String> keys) {
        Map<String, SentMessage> sent = new HashMap<>();
        database.sql(TO_CUSTOMERS)
                .param("number", number)
                .query((row, index) -> message(row))
                .list()
                .forEach(message -> sent.put(message.key(), message));
        List<String> others =
                keys.stream().filter(key -> !sent.containsKey(key)).toList();
        if (!others.isEmpty()) {
            database.sql(TO_LEADS)
                    .param("keys", others)
                    .query((row, index) -> message(row))
                    .list()
                    .forEach(message -> sent.put(message.key(), message));
        }
        return sent;
    }

    private static SentMessage message(ResultSet row) throws SQLException {
        return new SentMessage(
                row.getString("key"),
                row.getString("kind"),
                row.getString("recipient"),
                row.getBoolean("chat"),
                row.getString("language"),
                row.getString("subject"),
                row.getString("body"),
                moment(row, "created_at"),
                row.getInt("attempts"),
                moment(row, "sent_at"),
                row.getBoolean("settled"),
                row.getString("last_error"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }
}
