package com.leecyber.support.notification;

import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Takes everything that is due from the outbox to a real mail server, as the desk does by the clock. */
@TestComponent
public class Postman {

    private final OutboxRows rows;
    private final LetterWriter writer;
    private final Clock clock;

    Postman(OutboxRows rows, LetterWriter writer, Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.clock = clock;
    }

    public void deliversTo(String host, int port) {
        JavaMailSenderImpl client = new JavaMailSenderImpl();
        client.setHost(host);
        client.setPort(port);
        new OutboxSender(rows, new SmtpTransport(client, writer), clock).sendDue();
    }
}
