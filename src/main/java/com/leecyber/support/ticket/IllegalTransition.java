package com.leecyber.support.ticket;

/** A ticket was asked to become what it cannot become from where it stands. */
public class IllegalTransition extends RuntimeException {

    IllegalTransition(String number, TicketStatus from, TicketStatus to) {
        super("Ticket %s is %s and cannot become %s".formatted(number, from, to));
    }
}
