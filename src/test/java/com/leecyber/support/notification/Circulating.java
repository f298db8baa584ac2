package com.leecyber.support.notification;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does in a test, which has no senders, what they do by the clock: queues circulars and sends mails. */
@TestComponent
public class Circulating {

    private final CircularWorker worker;
    private final OutboxRows rows;
    private final JdbcClient database;
    private final Clock clock;

    Circulating(CircularWorker worker, OutboxRows rows, JdbcClient database, Clock clock) {
        this.worker = worker;
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    /** A mail of a circular, as the outbox has it. */
    public record Mail(String key, String recipient, String language, String subject, String body, String error) {}

    /** Queues every mail of every circular that was begun. */
    public void queueAll() {
        worker.work();
    }

    /** Queues them, and a mail server takes every mail that is due. */
    public void sendAll() {
        queueAll();
        OutboxSender sender = new OutboxSender(rows, mail -> {}, clock);
        sender.sendDue();
    }

    /** The mails about a number, in the order of the customers. */
    public List<Mail> mails(String about, CircularKind kind, int sequence) {
        return database.sql("select key, recipient, language, subject, body, last_error as error from outbox"
                        + " where circular = ? order by id")
                .param(Circular.key(about, kind, sequence))
                .query(Mail.class)
                .list();
    }
}
