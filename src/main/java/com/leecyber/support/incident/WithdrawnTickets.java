package com.leecyber.support.incident;

import com.leecyber.support.ticket.TicketEvents.TicketWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A request that was taken back waits for nothing. */
@Component
class WithdrawnTickets {

    private final LinkedTickets links;

    WithdrawnTickets(LinkedTickets links) {
        this.links = links;
    }

    @EventListener
    void leave(TicketWithdrawn withdrawn) {
        links.leave(withdrawn.number());
    }
}
