package com.leecyber.support.ticket;

import com.leecyber.support.audit.Decided;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.ticket.ResponseWindows.DecidedWindow;
import com.leecyber.support.ticket.TicketEvents.TicketRegistered;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one way in for every channel: a request becomes a ticket with a number, a clock and a process (R5.1). */
@Service
public class Registration {

    private final Tickets tickets;
    private final ServiceCatalogue catalogue;
    private final ResponseWindows windows;
    private final ResponseClocks clocks;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final Clock clock;

    Registration(
            Tickets tickets,
            ServiceCatalogue catalogue,
            ResponseWindows windows,
            ResponseClocks clocks,
            Journal journal,
            ApplicationEventPublisher events,
            JdbcClient database,
            Clock clock) {
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.windows = windows;
        this.clocks = clocks;
        this.journal = journal;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Registers a request: ticket, response clock, journal entry and process start commit together or not at all.
     *
     * @throws InvalidInput when the service is not in the catalogue
     */
    @Transactional
    public Ticket register(NewTicket request) {
        return register(request, null);
    }

    /**
     * As {@link #register(NewTicket)}, for a mail.
     *
     * @param quoted the earlier mails and the signature that it repeats, or null
     */
    @Transactional
    public Ticket register(NewTicket request, String quoted) {
        Instant now = clock.instant();
        ServiceCatalogue.Service service = catalogue.get(request.service());
        Impact impact =
                request.impact() == null ? Impact.assumedFor(request.type(), service.affected()) : request.impact();
        DecidedWindow decided = windows.decide(request.channel(), request.type().nature());
        ResponseWindow window = decided.window();

        Ticket ticket = new Ticket(nextNumber(), request, impact, now);
        ticket.quote(Text.quoted(quoted));
        ticket.responseDueAt(now.plus(window.length()));
        tickets.save(ticket);
        clocks.start(ticket.id(), now, window);
        journal.open(ticket.number(), EventKind.TICKET_REGISTERED, "R5.1", facts(ticket, decided));
        events.publishEvent(new TicketRegistered(ticket.number()));
        return ticket;
    }

    private long nextNumber() {
        return database.sql("select nextval('ticket_number')").query(Long.class).single();
    }

    private static Map<String, Object> facts(Ticket ticket, DecidedWindow decided) {
        ResponseWindow window = decided.window();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("channel", ticket.channel());
        facts.put("type", ticket.type());
        facts.put("service", ticket.service());
        facts.put("window", window.length());
        facts.put("windowRule", window.rule());
        facts.put("windowDecision", window.decisionVersion());
        facts.put(Decided.KEY, List.of(decided.decided()));
        facts.put("digest", SealedText.digest(ticket));
        ticket.followsId().ifPresent(followed -> facts.put("follows", followed));
        return facts;
    }
}
