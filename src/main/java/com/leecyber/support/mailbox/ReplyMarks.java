package com.leecyber.support.mailbox;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.notification.ReplyTokens;
import com.leecyber.support.notification.ReplyTokens.Marked;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which ticket a mail answers, by the marks that the desk gave out; a number that anybody can write is none. */
@Component
class ReplyMarks {

    private static final int MOST = 50;

    private final ReplyTokens tokens;
    private final Tickets tickets;
    private final Customers customers;

    ReplyMarks(ReplyTokens tokens, Tickets tickets, Customers customers) {
        this.tokens = tokens;
        this.tickets = tickets;
        this.customers = customers;
    }

    /**
     * What the marks of a mail say.
     *
     * @param ticket the ticket that it answers: its mark was given to the sender, and the ticket is the sender's
     * @param foreign whether a mark is genuine, but not the sender's to use
     */
    record Finding(Optional<Ticket> ticket, boolean foreign) {}

    /** Reads them: the address that it was sent to first, then what it answers, the nearest first. */
    Finding find(MailHeaders mail, String sender) {
        List<Marked> marks = Stream.concat(mail.recipients().stream(), mail.answered().stream())
                .flatMap(place -> tokens.read(place).stream())
                .distinct()
                .limit(MOST)
                .toList();
        boolean foreign = false;
        for (Marked mark : marks) {
            Optional<Ticket> ticket = tickets.find(mark.ticket());
            Optional<Customer> owner = ticket.flatMap(found -> customers.findById(found.customerId()));
            boolean given = tokens.isGenuine(mark, sender);
            if (given
                    && owner.filter(customer -> customer.email().equalsIgnoreCase(sender))
                            .isPresent()) {
                return new Finding(ticket, false);
            }
            foreign = foreign
                    || given
                    || owner.filter(customer -> tokens.isGenuine(mark, customer.email()))
                            .isPresent();
        }
        return new Finding(Optional.empty(), foreign);
    }
}
