package com.leecyber.support.ticket;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.TicketEvents.TicketChanged;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a ticket as its promises come due (R3.2, R5.4b). */
@Service
public class Deadline {

    private final Tickets tickets;
    private final ResponseClocks clocks;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    Deadline(Tickets tickets, ResponseClocks clocks, Journal journal, ApplicationEventPublisher events) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.journal = journal;
        this.events = events;
    }

    /** Notes the promises whose warning is due; each is returned once, however often this is asked. */
    @Transactional
    public List<Promise> warn(String number) {
        Ticket ticket = tickets.lock(number);
        List<Promise> warned = clocks.noteWarnings(ticket.id());
        warned.forEach(promise -> record(ticket, EventKind.DEADLINE_WARNED, promise));
        return warned;
    }

    /** Records the promises that are broken; each is returned once, however often this is asked. */
    @Transactional
    public List<Promise> recordBreach(String number) {
        Ticket ticket = tickets.lock(number);
        List<Promise> broken = clocks.noteBreaches(ticket.id());
        broken.forEach(promise -> record(ticket, EventKind.DEADLINE_BREACHED, promise));
        if (!broken.isEmpty()) {
            events.publishEvent(new TicketChanged(number));
        }
        return broken;
    }

    /** Keeps the due date that lists show equal to what the clock says. */
    void follow(Ticket ticket) {
        ticket.responseDueAt(
                clocks.read(ticket.id()).nextDue().map(Promise::dueAt).orElse(null));
        events.publishEvent(new TicketChanged(ticket.number()));
    }

    private void record(Ticket ticket, EventKind kind, Promise promise) {
        journal.record(
                ticket.number(),
                kind,
                promise.clause(),
                Map.of("promise", promise.number(), "kind", promise.kind(), "dueAt", promise.dueAt()));
    }
}
