package com.leecyber.support.incident;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.incident.IncidentEvents.IncidentSettled;
import com.leecyber.support.incident.IncidentEvents.TicketLinked;
import com.leecyber.support.incident.LinkedTicket.State;
import com.leecyber.support.ticket.SharedCauses;
import com.leecyber.support.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the tickets that people put to incidents, and answers them when their incident is over: each in a short transaction
 * of its own, so that nobody waits for thousands, and a desk that dies goes on where it was.
 */
@Component
class IncidentWork {

    private static final Logger log = LoggerFactory.getLogger(IncidentWork.class);

    static final int BATCH = 20;
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private final LinkedTickets links;
    private final Incidents incidents;
    private final Tickets tickets;
    private final SharedCauses causes;
    private final IncidentWords words;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IncidentWork(
            LinkedTickets links,
            Incidents incidents,
            Tickets tickets,
            SharedCauses causes,
            IncidentWords words,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.links = links;
        this.incidents = incidents;
        this.tickets = tickets;
        this.causes = causes;
        this.words = words;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes the next tickets one step further.
     *
     * @return whether there were any
     */
    boolean batch() {
        Instant now = clock.instant();
        List<LinkedTicket> batch = links.claim(now, now.plus(LEASE), BATCH);
        for (LinkedTicket ticket : batch) {
            // What is left when time runs short is somebody's when its lease ends.
            if (clock.instant().isBefore(now.plus(LEASE.dividedBy(2)))) {
                step(ticket);
            }
        }
        if (batch.isEmpty()) {
            incidents.finish(now);
        }
        return !batch.isEmpty();
    }

    private void step(LinkedTicket ticket) {
        try {
            Actor.as("incident", () -> transaction.executeWithoutResult(status -> advance(ticket)));
        } catch (RuntimeException e) {
            Duration delay = delayAfter(ticket.attempts());
            log.warn("{} of {} comes no further, next attempt in {}: {}", ticket.number(), ticket.incident(), delay, e);
            links.failed(ticket, e.toString(), clock.instant().plus(delay));
        }
    }

    /** The ticket is locked before its row, as by everybody. */
    private void advance(LinkedTicket claimed) {
        tickets.lock(claimed.number());
        LinkedTicket ticket = links.lock(claimed.number()).orElseThrow();
        Incident incident = incidents.get(ticket.incident());
        switch (ticket.state()) {
            case LINKING -> link(ticket, incident);
            case LINKED -> answer(ticket, incident);
            case ANSWERED, LEFT -> {}
        }
    }

    private void link(LinkedTicket ticket, Incident incident) {
        boolean moved = causes.await(
                ticket.number(), incident.number(), ticket.by(), incident.isOpen() ? words.linked(incident) : null);
        if (moved) {
            events.publishEvent(new TicketLinked(ticket.number()));
        }
        links.become(moved ? State.LINKED : State.LEFT, ticket, clock.instant());
    }

    private void answer(LinkedTicket ticket, Incident incident) {
        if (incident.isOpen()) {
            return;
        }
        boolean answered =
                causes.answer(ticket.number(), incident.number(), incident.resolvedBy(), incident::resolution);
        if (answered) {
            events.publishEvent(new IncidentSettled(ticket.number()));
        }
        links.become(answered ? State.ANSWERED : State.LEFT, ticket, clock.instant());
    }

    /** 5 s, 10 s, 20 s … up to 5 minutes. */
    static Duration delayAfter(int attempts) {
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
        return doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
    }
}
