package com.leecyber.support.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two machines that answer each other must not get far: five automatic answers an hour and address (RFC 3834). */
@Component
class AnswerBudget {

    static final int ANSWERS = 5;
    static final Duration WINDOW = Duration.ofHours(1);

    private final OutboxRows rows;
    private final JdbcClient database;
    private final Clock clock;

    AnswerBudget(OutboxRows rows, JdbcClient database, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    /** Whether the address may get another one now; until the caller's transaction ends, nobody else is asked about it. */
    boolean allows(String address) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('answers:' || lower(:address), 0))")
                .param("address", address)
                .query(row -> {});
        return rows.countTo(
                        address,
                        NotificationKind.automaticAnswers(),
                        clock.instant().minus(WINDOW))
                < ANSWERS;
    }
}
