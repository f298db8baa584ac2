package com.leecyber.support.inspection;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ResponseClock;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a ticket's file: five statements at most, each by a key, however long the ticket's story is. */
@Component
@Transactional(readOnly = true)
class TicketFiles {

    private final Tickets tickets;
    private final Customers customers;
    private final Journal journal;
    private final ResponseClocks clocks;
    private final Clock clock;

    TicketFiles(Tickets tickets, Customers customers, Journal journal, ResponseClocks clocks, Clock clock) {
        this.tickets = tickets;
        this.customers = customers;
        this.journal = journal;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * The file of a ticket.
     *
     * @throws NoSuchStory when no ticket has that number
     */
    TicketFile open(String number) {
        Ticket ticket = tickets.find(number).orElseThrow(NoSuchStory::new);
        List<JournalEntry> entries = journal.of(number);
        List<ClockFact> facts = clocks.histories(List.of(ticket.id())).getOrDefault(ticket.id(), List.of());
        return new TicketFile(
                ticket,
                customers.findById(ticket.customerId()).orElseThrow(),
                ticket.followsId()
                        .flatMap(tickets::findById)
                        .map(Ticket::number)
                        .orElse(null),
                entries,
                ChainCheck.of(entries),
                facts,
                ResponseClock.read(facts, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
