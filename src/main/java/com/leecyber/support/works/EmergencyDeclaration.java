package com.leecyber.support.works;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.desk.DecisionForm;
import com.leecyber.support.notification.Notifications;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketEvents.EmergencyWorksNeeded;
import com.leecyber.support.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works that cannot wait begin at once, because of a P1 request or a vulnerability (R6.2).
 *
 * <p>All methods throw {@link InvalidInput} naming the field when what was typed cannot be accepted.
 */
@Service
@Transactional
public class EmergencyDeclaration {

    private static final String CLAUSE = "R6.2";

    private final AllWorks all;
    private final EmergencyWords words;
    private final ServiceTicks ticks;
    private final Tickets tickets;
    private final Notifications notifications;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmergencyDeclaration(
            AllWorks all,
            EmergencyWords words,
            ServiceTicks ticks,
            Tickets tickets,
            Notifications notifications,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.all = all;
        this.words = words;
        this.ticks = ticks;
        this.tickets = tickets;
        this.notifications = notifications;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Operations declare them, with the cause that allows it.
     *
     * @return their number
     */
    public String declare(DecisionForm form) {
        EmergencyCause cause = form.choice("outcome", EmergencyCause.class);
        List<String> services = ticks.read(form);
        Instant detected = form.moment("detectedAt");
        Instant began = form.optional("from") == null ? clock.instant() : form.moment("from");
        return switch (cause) {
            case TICKET -> begin(services, detected, began, freeTicket(form.required("causeTicket")), null);
            case VULNERABILITY -> begin(services, detected, began, null, form.required("vulnerability"));
        };
    }

    private String freeTicket(String number) {
        p1(number, "causeTicket");
        all.findByCauseTicketAndState(number, WorksState.RUNNING).ifPresent(works -> {
            throw new InvalidInput("causeTicket", "input.emergency-under-way", number, works.number());
        });
        return number;
    }

    /** L2 needs them for a ticket; while they are under way already, it only waits for their end. */
    @EventListener
    void declare(EmergencyWorksNeeded needed) {
        Ticket ticket = p1(needed.number(), "outcome");
        if (all.findByCauseTicketAndState(ticket.number(), WorksState.RUNNING).isEmpty()) {
            String number =
                    begin(List.of(ticket.service()), needed.detectedAt(), clock.instant(), ticket.number(), null);
            events.publishEvent(new EmergencyDeclared(number));
        }
    }

    /** Locks it, so that nobody else declares works for it at the same time. */
    private Ticket p1(String number, String field) {
        if (tickets.find(number).isEmpty()) {
            throw new InvalidInput(field, "input.emergency-unknown-ticket", number);
        }
        Ticket ticket = tickets.lock(number);
        boolean first = ticket.priority().filter(Priority.P1::equals).isPresent();
        if (!first || ticket.status().isOver()) {
            throw new InvalidInput(field, "input.emergency-needs-p1", number);
        }
        return ticket;
    }

    private String begin(List<String> services, Instant detected, Instant began, String ticket, String vulnerability) {
        Instant now = clock.instant();
        if (detected.isAfter(now)) {
            throw new InvalidInput("detectedAt", "input.detected-in-the-future");
        }
        if (began.isAfter(now) || began.isBefore(detected)) {
            throw new InvalidInput("from", "input.emergency-start");
        }
        Works works = all.save(Works.emergency(
                all.nextEmergency(),
                services,
                words.underWay(),
                detected,
                ticket,
                vulnerability,
                began,
                Actor.current(),
                now));
        record(works);
        notifications.reportEmergency(works.number(), began);
        return works.number();
    }

    /** A vulnerability is not described here: the journal is exported. */
    private void record(Works works) {
        String number = works.number();
        works.causeTicket()
                .ifPresent(ticket ->
                        journal.record(ticket, EventKind.EMERGENCY_WORKS_DECLARED, CLAUSE, Map.of("works", number)));
        journal.open(
                number,
                EventKind.EMERGENCY_WORKS_DECLARED,
                CLAUSE,
                Map.of(
                        "cause", works.causeTicket().orElse(works.cause().name()),
                        "detectedAt", works.detectedAt().orElseThrow()));
        journal.record(
                number,
                EventKind.WORKS_BEGAN,
                CLAUSE,
                Map.of("at", works.beganAt().orElseThrow()));
    }
}
