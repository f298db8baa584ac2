package com.leecyber.support.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows an operator whether the engine's history is cleaned up at night, as its time to live says. */
@Component
class HistoryHealthIndicator extends AbstractHealthIndicator {

    /** What should have gone in one of two nights and is still there. */
    static final Duration PATIENCE = Duration.ofDays(2);

    /** Somebody must look, but this node works: a restart would mend nothing. */
    private static final Status WARNING = new Status("WARNING", "Engine history waits for its clean-up");

    private final JdbcClient database;
    private final Clock clock;

    HistoryHealthIndicator(JdbcClient database, Clock clock) {
        super("The engine's history cannot be read");
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<Instant> oldest = database.sql(
                        "select removal_time_ from act_hi_procinst where removal_time_ < :limit order by removal_time_ limit 1")
                .param("limit", Timestamp.from(clock.instant().minus(PATIENCE)))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        Optional<Instant> cleaned = database.sql(
                        "select recorded_at from journal where ticket = :chain and kind = 'HISTORY_CLEANED'"
                                + " order by sequence desc limit 1")
                .param("chain", Interventions.HISTORY)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        health.status(oldest.isEmpty() ? Status.UP : WARNING)
                .withDetail("overdueSince", oldest.map(Instant::toString).orElse("none"))
                .withDetail("lastCleaned", cleaned.map(Instant::toString).orElse("never"));
    }
}
