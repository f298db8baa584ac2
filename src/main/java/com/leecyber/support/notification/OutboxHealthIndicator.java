package com.leecyber.support.notification;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Shows an operator what waits in the outbox and what was given up. */
@Component
class OutboxHealthIndicator extends AbstractHealthIndicator {

    /** Somebody must look, but this node works: a restart would mend nothing. */
    static final Status WARNING = new Status("WARNING", "Mails were given up: see last_error in the table outbox");

    private final OutboxRows rows;
    private final Transport transport;

    OutboxHealthIndicator(OutboxRows rows, @Qualifier("transport") Transport transport) {
        super("The outbox cannot be read");
        this.rows = rows;
        this.transport = transport;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        OutboxRows.Figures figures = rows.figures();
        health.status(figures.failed() == 0 ? Status.UP : WARNING)
                .withDetail("queued", figures.queued())
                .withDetail("failed", figures.failed())
                .withDetail("oldest", figures.oldest().map(Instant::toString).orElse("none"))
                .withDetail("transport", transport.isReady());
    }
}
