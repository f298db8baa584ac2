package com.leecyber.support.panel;

import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The ticket that a customer asks for by its number: one of theirs, or none at all. */
@Component
class OwnTicket {

    private static final Pattern NUMBER = Pattern.compile("SD-[0-9-]{1,17}");

    private final Tickets tickets;

    OwnTicket(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * The customer's ticket with that number.
     *
     * @throws Missing when there is none, or it is another customer's
     */
    Ticket get(long customerId, String number) {
        // A text that is no number need not be one that the database could read at all.
        return Optional.of(number)
                .filter(text -> NUMBER.matcher(text).matches())
                .flatMap(known -> tickets.findByNumberAndCustomerId(known, customerId))
                .orElseThrow(Missing::new);
    }
}
