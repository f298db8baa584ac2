package com.leecyber.support.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What customers' own mails were called, so that the desk's answers join their thread. */
@Component
public class MailThreads {

    private final JdbcClient database;
    private final Clock clock;

    MailThreads(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A customer's mail became a ticket, or a message of one.
     *
     * @param messageId its Message-ID with its angle brackets, one line
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void came(String ticket, String address, String messageId) {
        database.sql("insert into mail_thread (ticket, address, message_id, came_at) values (?, lower(?), ?, ?)")
                .params(ticket, address, messageId, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
