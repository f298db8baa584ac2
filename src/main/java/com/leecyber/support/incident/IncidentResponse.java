package com.leecyber.support.incident;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.availability.Downtimes;
import com.leecyber.support.incident.IncidentEvents.IncidentSettled;
import com.leecyber.support.incident.LinkedTicket.State;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.SharedCauses;
import com.leecyber.support.ticket.Text;
import com.leecyber.support.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide about an incident. Each decision is one short transaction, however many tickets it concerns: the worker
 * does the rest.
 *
 * <p>All throw {@link InvalidInput} naming the field when they cannot be done like that.
 */
@Service
@Transactional
public class IncidentResponse {

    private final Incidents incidents;
    private final LinkedTickets links;
    private final SimilarTickets similar;
    private final IncidentNews news;
    private final IncidentWords words;
    private final Tickets tickets;
    private final SharedCauses causes;
    private final Downtimes downtimes;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentResponse(
            Incidents incidents,
            LinkedTickets links,
            SimilarTickets similar,
            IncidentNews news,
            IncidentWords words,
            Tickets tickets,
            SharedCauses causes,
            Downtimes downtimes,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.links = links;
        this.similar = similar;
        this.news = news;
        this.words = words;
        this.tickets = tickets;
        this.causes = causes;
        this.downtimes = downtimes;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** Many tickets have one cause. From now on everybody can read of it. */
    String declare(NewIncident incident) {
        Instant now = clock.instant();
        String number = incidents.add(incident, Actor.current(), now);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("title", incident.titleRu());
        details.put("services", incident.services());
        details.put("detectedAt", incident.detectedAt());
        journal.open(number, EventKind.INCIDENT_DECLARED, "R5.3", details);
        if (incident.downSince() != null) {
            downtimes.begin(number, incident.services(), incident.downSince());
        }
        return number;
    }

    /**
     * Puts tickets to it.
     *
     * @return how many; those that are over, under repair or wait for an incident stay as they are
     */
    int link(String number, Collection<String> chosen) {
        openOne(number);
        int linked = links.add(number, chosen, Actor.current(), clock.instant());
        if (linked > 0) {
            journal.record(number, EventKind.TICKETS_LINKED, "R5.3", Map.of("tickets", linked));
        }
        return linked;
    }

    /** Puts every ticket to it that looks like it now. */
    int linkAllSimilar(String number) {
        return link(number, similar.numbers(openOne(number)));
    }

    /**
     * L1 found in triage that a ticket belongs to it (R5.2).
     *
     * @param text what the customer is told, in their language; null for the standing sentence
     */
    public void linkInTriage(String ticket, String number, String text) {
        tickets.lock(ticket);
        Incident incident = incidents
                .find(number)
                .map(found -> incidents.lock(found.number()))
                .filter(Incident::isOpen)
                .orElseThrow(() -> new InvalidInput("incident", "incident.error.over"));
        String by = Actor.current();
        if (!causes.await(ticket, number, by, text == null ? words.linked(incident) : language -> text)) {
            throw new InvalidInput("outcome", "input.ticket-moved-on");
        }
        links.addLinked(ticket, number, by, clock.instant());
    }

    /**
     * A ticket has another cause after all.
     *
     * @param reason for whoever takes it on
     */
    void unlink(String number, String ticket, String reason) {
        String why = Text.message("reason", reason);
        tickets.lock(ticket);
        Optional<LinkedTicket> found = links.lock(ticket)
                .filter(link -> link.incident().equals(number))
                .filter(link -> link.state() == State.LINKING || link.state() == State.LINKED);
        if (found.isEmpty() || !incidents.get(number).isOpen()) {
            throw new InvalidInput("ticket", "incident.error.not-linked", ticket);
        }
        if (causes.leave(ticket, number, why)) {
            events.publishEvent(new IncidentSettled(ticket));
        }
        links.become(State.LEFT, found.get(), clock.instant());
    }

    /** Tells everybody with a ticket what is known, once. */
    void update(String number, Bilingual text) {
        Incident incident = openOne(number);
        Instant now = clock.instant();
        long update = incidents.addUpdate(number, text, Actor.current(), now);
        journal.record(number, EventKind.INCIDENT_UPDATED, null, Map.of("update", update));
        news.tell(incident, update, text);
    }

    /**
     * It is over: every ticket that waits for it is answered and closed, each customer told for each (R5.4c).
     *
     * @param upAgainAt when what could not be reached could be again; null when everything could
     */
    void resolve(String number, Bilingual resolution, Instant upAgainAt) {
        Incident incident = openOne(number);
        Instant now = clock.instant();
        Instant up = incident.downSince() == null ? null : checked(incident, upAgainAt, now);
        incidents.resolve(number, resolution, up, Actor.current(), now);
        journal.record(
                number,
                EventKind.INCIDENT_RESOLVED,
                "R5.4c",
                Map.of("tickets", links.counts(number).getOrDefault(State.LINKED, 0L)));
        if (up != null) {
            downtimes.end(number, up);
        }
    }

    private static Instant checked(Incident incident, Instant upAgainAt, Instant now) {
        if (upAgainAt == null) {
            throw new InvalidInput("upAgainAt", "incident.error.moment");
        }
        if (upAgainAt.isAfter(now)) {
            throw new InvalidInput("upAgainAt", "incident.error.future");
        }
        if (upAgainAt.isBefore(incident.downSince())) {
            throw new InvalidInput("upAgainAt", "incident.error.before");
        }
        return upAgainAt;
    }

    /** Locked, so that nothing is put to it while it is being resolved. */
    private Incident openOne(String number) {
        Incident incident = incidents.lock(number);
        if (!incident.isOpen()) {
            throw new InvalidInput("incident", "incident.error.over");
        }
        return incident;
    }
}
