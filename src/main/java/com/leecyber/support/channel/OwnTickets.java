package com.leecyber.support.channel;

import com.leecyber.support.security.ApiClient;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import org.springframework.stereotype.Component;

/** The tickets that a client may touch: its customer's, and no other. */
@Component
class OwnTickets {

    private final Tickets tickets;

    OwnTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * The client's ticket with that number.
     *
     * @throws NotFound when there is none, or it is another customer's
     */
    Ticket get(ApiClient client, String number) {
        return tickets.findByNumberAndCustomerId(number, client.customerId()).orElseThrow(NotFound::new);
    }
}
