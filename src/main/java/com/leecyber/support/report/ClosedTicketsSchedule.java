package com.leecyber.support.report;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Computes the figures of closed tickets, unless {@code support.reports.worker.enabled} is false. */
@Component
@ConditionalOnProperty(name = "support.reports.worker.enabled", matchIfMissing = true)
class ClosedTicketsSchedule {

    private final ClosedTickets tickets;

    ClosedTicketsSchedule(ClosedTickets tickets) {
        this.tickets = tickets;
    }

    @Scheduled(fixedDelayString = "${support.reports.worker.interval:PT2S}")
    void work() {
        tickets.catchUp();
    }
}
