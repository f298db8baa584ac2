package com.leecyber.support.report;

import com.leecyber.support.ticket.TicketEvents.TicketClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what is closed, in the same transaction; its figures are computed afterwards, so that nobody waits for them. */
@Component
class TicketClosedListener {

    private final DueTickets due;

    TicketClosedListener(DueTickets due) {
        this.due = due;
    }

    @EventListener
    void note(TicketClosed closed) {
        due.add(closed.id());
    }
}
