package com.leecyber.support.ticket;

import com.leecyber.support.audit.Decided;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.ResponseWindows.DecidedWindow;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an incident does to its tickets: they wait for it together, and are answered together (R5.4c). Each method changes
 * nothing when it is called again.
 */
@Service
@Transactional
public class SharedCauses {

    private final Tickets tickets;
    private final TicketLifecycle lifecycle;
    private final Conversation conversation;
    private final Customers customers;
    private final ResponseWindows windows;
    private final ResponseClocks clocks;
    private final Deadline deadline;
    private final Journal journal;
    private final Clock clock;

    SharedCauses(
            Tickets tickets,
            TicketLifecycle lifecycle,
            Conversation conversation,
            Customers customers,
            ResponseWindows windows,
            ResponseClocks clocks,
            Deadline deadline,
            Journal journal,
            Clock clock) {
        this.tickets = tickets;
        this.lifecycle = lifecycle;
        this.conversation = conversation;
        this.customers = customers;
        this.windows = windows;
        this.clocks = clocks;
        this.deadline = deadline;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The ticket waits for an incident from now on, and its customer is told so: a response, after which nothing is owed
     * until the incident is over (R3.2).
     *
     * @param by whoever found out that they belong together
     * @param words what the customer is told, by language; null when the outcome follows at once
     * @return whether the ticket moved; one that is over, under repair or waits for an incident already did not
     */
    public boolean await(String number, String incident, String by, Function<Locale, String> words) {
        Ticket ticket = tickets.lock(number);
        if (!ticket.awaitIncident(incident)) {
            return false;
        }
        journal.record(number, EventKind.LINKED_TO_INCIDENT, "R5.4c", Map.of("incident", incident, "by", by));
        if (words != null) {
            conversation.respond(ticket, by, MessageKind.REPLY, words.apply(languageOf(ticket)));
        }
        return true;
    }

    /**
     * The ticket has another cause after all: it goes back to triage, where its customer is owed an answer (R5.2).
     *
     * @param reason for colleagues
     * @return whether it waited for that incident
     */
    public boolean leave(String number, String incident, String reason) {
        Ticket ticket = tickets.lock(number);
        if (!waits(ticket, incident)) {
            return false;
        }
        ticket.leaveIncident();
        conversation.note(number, reason);
        DecidedWindow window = windows.decide(Channel.PANEL, ticket.type().nature());
        clocks.returnedToFirstLine(ticket.id(), clock.instant(), window.window());
        journal.record(
                number,
                EventKind.UNLINKED_FROM_INCIDENT,
                "R5.2",
                Map.of("incident", incident, Decided.KEY, List.of(window.decided())));
        deadline.follow(ticket);
        return true;
    }

    /**
     * The incident is over: the ticket has its outcome, which the closing phase tells the customer (R5.4c).
     *
     * @param by whoever found the outcome
     * @param words the outcome, by language
     * @return whether it waited for that incident
     */
    public boolean answer(String number, String incident, String by, Function<Locale, String> words) {
        Ticket ticket = tickets.lock(number);
        if (!waits(ticket, incident)) {
            return false;
        }
        lifecycle.answer(ticket, by, ClosingReason.SOLVED, words.apply(languageOf(ticket)));
        return true;
    }

    private static boolean waits(Ticket ticket, String incident) {
        return ticket.status() == TicketStatus.WAITING_FOR_INCIDENT
                && ticket.incident().filter(incident::equals).isPresent();
    }

    private Locale languageOf(Ticket ticket) {
        return customers.findById(ticket.customerId()).orElseThrow().language();
    }
}
