package com.leecyber.support.ticket;

import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.TicketEvents.TicketChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps the due date that lists show equal to what the clock says. */
@Component
class Deadline {

    private final ResponseClocks clocks;
    private final ApplicationEventPublisher events;

    Deadline(ResponseClocks clocks, ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.events = events;
    }

    void follow(Ticket ticket) {
        ticket.responseDueAt(
                clocks.read(ticket.id()).nextDue().map(Promise::dueAt).orElse(null));
        events.publishEvent(new TicketChanged(ticket.number()));
    }
}
