package com.leecyber.support.panel;

import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import org.springframework.stereotype.Component;

/** The ticket that a customer asks for by its number: one of theirs, or none at all. */
@Component
class OwnTicket {

    private final Tickets tickets;

    OwnTicket(Tickets tickets) {
        this.tickets = tickets;
    }

    Ticket get(SignedInCustomer customer, String number) {
        return tickets.findByNumberAndCustomerId(number, customer.customerId()).orElseThrow(Missing::new);
    }
}
