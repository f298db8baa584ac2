package com.leecyber.support.notification;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts mails into the outbox and looks at what became of them. */
@TestComponent
class Mailbag {

    static final String CUSTOMER = "romashka@customers.example";

    private final Outbox outbox;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Mailbag(Outbox outbox, JdbcClient database, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.database = database;
        this.transaction = transaction;
    }

    /** What the outbox keeps of a mail. */
    record Row(
            String key,
            String messageId,
            String subject,
            OffsetDateTime nextAttempt,
            int attempts,
            String error,
            OffsetDateTime sentAt) {}

    /** A number that no other test uses. */
    static String aTicket() {
        return "SD-" + UUID.randomUUID().toString().substring(0, 12);
    }

    static Notification reply(String ticket, String sequence) {
        return reply(ticket, sequence, CUSTOMER, Map.of());
    }

    static Notification reply(String ticket, String sequence, String recipient, Map<String, String> changes) {
        return notification(ticket, NotificationKind.REPLY, sequence, recipient, changes);
    }

    static Notification notification(
            String ticket, NotificationKind kind, String sequence, String recipient, Map<String, String> changes) {
        Map<String, String> values = new HashMap<>();
        kind.placeholders().forEach(name -> values.put(name, "значение " + name));
        values.put("number", ticket);
        values.putAll(changes);
        return new Notification(ticket, kind, sequence, recipient, null, Locale.forLanguageTag("ru"), "R3.2", values);
    }

    boolean put(Notification notification) {
        return Boolean.TRUE.equals(transaction.execute(status -> outbox.put(notification)));
    }

    /** Everything that waits is out of the way: the next test sees its own mails only. */
    void empty() {
        database.sql("update outbox set sent_at = now() where sent_at is null").update();
    }

    Row row(Notification notification) {
        return rows(notification.ticket()).stream()
                .filter(row -> row.key().equals(notification.key()))
                .findFirst()
                .orElseThrow();
    }

    List<Row> rows(String ticket) {
        return database.sql("select key, message_id, subject, next_attempt_at as next_attempt, attempts,"
                        + " last_error as error, sent_at from outbox where ticket = ? order by id")
                .param(ticket)
                .query((row, number) -> new Row(
                        row.getString("key"),
                        row.getString("message_id"),
                        row.getString("subject"),
                        row.getObject("next_attempt", OffsetDateTime.class),
                        row.getInt("attempts"),
                        row.getString("error"),
                        row.getObject("sent_at", OffsetDateTime.class)))
                .list();
    }
}
