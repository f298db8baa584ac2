package com.leecyber.support.works;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.availability.Downtimes;
import com.leecyber.support.desk.DecisionForm;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What emergency works were, once they are over: to L2, to the figures of availability, to customers (R6.2, R7.1). */
@Service
@Transactional
public class EmergencyReport {

    private static final String CLAUSE = "R6.2";

    private final AllWorks all;
    private final EmergencyWords words;
    private final ServiceTicks ticks;
    private final Tickets tickets;
    private final Conversation conversation;
    private final Downtimes downtimes;
    private final WorksCirculars circulars;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmergencyReport(
            AllWorks all,
            EmergencyWords words,
            ServiceTicks ticks,
            Tickets tickets,
            Conversation conversation,
            Downtimes downtimes,
            WorksCirculars circulars,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.all = all;
        this.words = words;
        this.ticks = ticks;
        this.tickets = tickets;
        this.conversation = conversation;
        this.downtimes = downtimes;
        this.circulars = circulars;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Operations say what was done, and what was not available meanwhile.
     *
     * @throws InvalidInput naming the field when the form cannot be accepted
     */
    public void report(String number, DecisionForm form) {
        // The ticket first, as whoever declares works locks it: L2 may be about to wait for the end of these.
        all.get(number).causeTicket().ifPresent(tickets::lock);
        Works works = all.lock(number);
        Instant end = end(works, form);
        List<String> services = ticks.read(form);
        boolean interrupts = form.flag("interrupts");
        works.account(services, interrupts, new PublicText(form.required("textRu"), form.required("textEn")));
        works.end(end, form.optional("text"));
        journal.record(number, EventKind.WORKS_ENDED, CLAUSE, Map.of("at", end, "interrupts", interrupts));
        if (interrupts) {
            downtimes.begin(number, services, downSince(form, end));
            downtimes.end(number, end);
        }
        works.causeTicket().ifPresent(ticket -> {
            conversation.note(ticket, words.over(works));
            events.publishEvent(new EmergencyOver(ticket));
        });
    }

    private Instant end(Works works, DecisionForm form) {
        Instant now = clock.instant();
        Instant end = form.optional("endedAt") == null ? now : form.moment("endedAt");
        if (end.isAfter(now)) {
            throw new InvalidInput("endedAt", "input.works-end-in-future");
        }
        if (end.isBefore(works.beganAt().orElseThrow())) {
            throw new InvalidInput("endedAt", "input.works-end-before-start");
        }
        return end;
    }

    /** It may have been down before anybody detected why. */
    private static Instant downSince(DecisionForm form, Instant end) {
        Instant since = form.moment("from");
        if (!since.isBefore(end)) {
            throw new InvalidInput("from", "input.emergency-down-since");
        }
        return since;
    }

    /** Customers hear of works that are over; telling it again tells nothing new. */
    public void tellCustomers(String number) {
        Works works = all.get(number);
        circulars.emergencyDone(works, words.cause(works));
    }
}
