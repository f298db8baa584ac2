package com.leecyber.support.ticket;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.Decided;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Exclusions.Exclusion;
import com.leecyber.support.ticket.ResponseWindows.DecidedWindow;
import com.leecyber.support.ticket.TicketEvents.EmergencyWorksNeeded;
import com.leecyber.support.ticket.TicketEvents.TicketChanged;
import com.leecyber.support.ticket.TicketEvents.TicketClosed;
import com.leecyber.support.ticket.TicketEvents.TicketWithdrawn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a ticket's life (R5): each moves ticket, clock and journal together. */
@Service
public class TicketLifecycle {

    private final Tickets tickets;
    private final Conversation conversation;
    private final Customers customers;
    private final Exclusions exclusions;
    private final ResponseWindows windows;
    private final ResponseClocks clocks;
    private final Releases releases;
    private final Deadline deadline;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    TicketLifecycle(
            Tickets tickets,
            Conversation conversation,
            Customers customers,
            Exclusions exclusions,
            ResponseWindows windows,
            ResponseClocks clocks,
            Releases releases,
            Deadline deadline,
            Journal journal,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.customers = customers;
        this.exclusions = exclusions;
        this.windows = windows;
        this.clocks = clocks;
        this.releases = releases;
        this.deadline = deadline;
        this.journal = journal;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    /** L1 corrects the customer's type; an unanswered ticket's window is computed again from registration (R4.1). */
    @Transactional
    public void correctType(String number, TicketType corrected) {
        Ticket ticket = tickets.lock(number);
        if (ticket.type() == corrected) {
            return;
        }
        DecidedWindow anew = windows.decide(ticket.channel(), corrected.nature());
        journal.record(
                number,
                EventKind.TYPE_CORRECTED,
                "R4.1",
                Map.of("from", ticket.type(), "to", corrected, Decided.KEY, List.of(anew.decided())));
        ticket.correctType(corrected);
        clocks.correctWindow(ticket.id(), clock.instant(), anew.window());
        deadline.follow(ticket);
    }

    /**
     * L1 assigns the priority (R4.2).
     *
     * @param proposed what the table proposed, by which rule and from which facts
     * @param reason why it was overridden; null when it was not
     */
    @Transactional
    public void prioritise(String number, Impact impact, Priority priority, Decided proposed, String reason) {
        Ticket ticket = tickets.lock(number);
        ticket.assess(impact);
        ticket.prioritise(priority, proposed.rule(), proposed.table(), reason);
        Map<String, Object> details = new HashMap<>(Map.of(
                "priority",
                priority,
                "rule",
                proposed.rule(),
                "decision",
                proposed.table(),
                Decided.KEY,
                List.of(proposed)));
        if (reason != null) {
            details.putAll(Conversation.told(conversation.keepReason(ticket, reason)));
        }
        journal.record(number, EventKind.PRIORITY_SET, "R4.2", details);
        events.publishEvent(new TicketChanged(number));
    }

    /** L1 takes the ticket into work and tells the customer so, which is the outcome of triage (R5.2). */
    @Transactional
    public void takeIntoFirstLine(String number, String text) {
        Ticket ticket = tickets.lock(number);
        ticket.takeIntoFirstLine();
        conversation.respond(ticket, MessageKind.REPLY, text);
    }

    /** Asks the customer for what is missing and waits (R5.2). */
    @Transactional
    public void askCustomer(String number, String text) {
        Ticket ticket = tickets.lock(number);
        ticket.awaitCustomer();
        conversation.respond(ticket, MessageKind.INFORMATION_REQUEST, text);
        journal.record(number, EventKind.INFORMATION_REQUESTED, "R5.2", Map.of());
    }

    /**
     * Hands the ticket to L2 (R5.3); L2's window runs from here, as for a technical panel ticket (R3.2).
     *
     * @param customerText what the customer is told
     * @param reason what L2 is told
     */
    @Transactional
    public void escalate(String number, String customerText, String reason) {
        Ticket ticket = tickets.lock(number);
        ticket.escalate();
        conversation.respond(ticket, MessageKind.REPLY, customerText);
        conversation.note(number, reason);
        DecidedWindow window = windows.decide(Channel.PANEL, Nature.TECHNICAL);
        clocks.escalated(ticket.id(), clock.instant(), window.window());
        journal.record(
                number,
                EventKind.ESCALATED,
                "R5.3",
                Map.of("cameThroughPanel", ticket.isInPanel(), Decided.KEY, List.of(window.decided())));
        deadline.follow(ticket);
    }

    /** L2 gives the ticket back; L1 owes the customer the next answer (R5.3). */
    @Transactional
    public void returnToFirstLine(String number, String reason) {
        Ticket ticket = tickets.lock(number);
        ticket.returnToFirstLine();
        conversation.note(number, reason);
        DecidedWindow window = windows.decide(Channel.PANEL, ticket.type().nature());
        clocks.returnedToFirstLine(ticket.id(), clock.instant(), window.window());
        journal.record(
                number,
                EventKind.RETURNED_TO_FIRST_LINE,
                "R5.3",
                window.decided().alone());
        deadline.follow(ticket);
    }

    /** L2 works in the panel only: a ticket from elsewhere moves there (R3.1.2). Moving it twice changes nothing. */
    @Transactional
    public void moveToPanel(String number) {
        Ticket ticket = tickets.lock(number);
        if (!ticket.isInPanel()) {
            ticket.moveToPanel(clock.instant());
            journal.record(number, EventKind.MOVED_TO_PANEL, "R3.1.2", Map.of("from", ticket.channel()));
        }
    }

    /** The fix comes with a release; the customer is told now and again when it is out (R5.4c). */
    @Transactional
    public void planFix(String number, String text, String releaseVersion) {
        Ticket ticket = tickets.lock(number);
        if (releases.isPublished(releaseVersion)) {
            throw new InvalidInput("release", "input.release-is-out", releaseVersion);
        }
        ticket.awaitRelease(releaseVersion);
        conversation.respond(ticket, MessageKind.FIX_PLANNED, text);
    }

    /** The release is out: the waiting ticket is solved (R5.4c); one that no longer waits is left alone. */
    @Transactional
    public void fixReleased(String number) {
        Ticket ticket = tickets.lock(number);
        if (ticket.status() == TicketStatus.WAITING_FOR_RELEASE) {
            Locale language =
                    customers.findById(ticket.customerId()).orElseThrow().language();
            String release = ticket.releaseVersion().orElseThrow();
            resolve(
                    ticket,
                    ClosingReason.SOLVED,
                    messages.getMessage("told.released", new Object[] {release}, language));
        }
    }

    /**
     * L2 found a hardware fault; its repair is promised from the moment of detection (R5.4b).
     *
     * @throws InvalidInput when that moment lies ahead
     */
    @Transactional
    public void hardwareFault(String number, Instant detectedAt, String text) {
        Ticket ticket = tickets.lock(number);
        Instant now = clock.instant();
        Instant detected = detectedAt.truncatedTo(ChronoUnit.MILLIS);
        if (detected.isAfter(now)) {
            throw new InvalidInput("detectedAt", "input.detected-in-the-future");
        }
        if (detected.isBefore(ticket.registeredAt().minus(Duration.ofDays(30)))) {
            throw new InvalidInput("detectedAt", "input.detected-too-early");
        }
        ticket.startRepair();
        conversation.respond(ticket, MessageKind.REPLY, text);
        clocks.hardwareFaultDetected(ticket.id(), detected, now);
        journal.record(number, EventKind.HARDWARE_FAULT_DETECTED, "R5.4b", Map.of("detectedAt", detected));
        deadline.follow(ticket);
    }

    /**
     * L2 found what only emergency works can mend; the customer is told, and the ticket waits with L2 for their end (R6.2).
     *
     * @throws InvalidInput when works may not begin without notice for this ticket
     */
    @Transactional
    public void needEmergencyWorks(String number, Instant detectedAt, String text) {
        conversation.respond(tickets.lock(number), MessageKind.REPLY, text);
        events.publishEvent(new EmergencyWorksNeeded(number, detectedAt));
    }

    /** The hardware works again (R5.4b). */
    @Transactional
    public void repaired(String number, String text) {
        Ticket ticket = tickets.lock(number);
        clocks.hardwareRepaired(ticket.id(), clock.instant());
        answer(ticket, ClosingReason.SOLVED, text);
    }

    /** A person found the outcome; the closing phase tells the customer (R5.4c). */
    @Transactional
    public void solve(String number, String text) {
        answer(tickets.lock(number), ClosingReason.SOLVED, text);
    }

    /**
     * A person found the outcome, and a colleague is to agree first: until {@link #settle} nothing changes for the
     * customer, and what is owed goes on being owed (R3.2).
     */
    @Transactional
    public void propose(String number, String text) {
        conversation.keepInside(tickets.lock(number), MessageKind.PROPOSAL, text);
    }

    /**
     * A colleague agrees with what was decided; ticket and clock stay as they are.
     *
     * @param comment a note for colleagues, or null
     * @throws InvalidInput when the proposal is their own
     */
    @Transactional
    public void approve(String number, String comment) {
        Ticket ticket = tickets.lock(number);
        refuseOwnProposal(ticket);
        if (comment != null) {
            conversation.note(number, comment);
        }
    }

    /**
     * A colleague does not agree: what was proposed will not be told; ticket and clock stay as they are.
     *
     * @throws InvalidInput when the proposal is their own, or the outcome is no proposal any more
     */
    @Transactional
    public void reject(String number, String comment) {
        Ticket ticket = tickets.lock(number);
        if (ticket.status().isOver()) {
            throw new InvalidInput("outcome", "input.outcome-is-final");
        }
        refuseOwnProposal(ticket);
        conversation.keepInside(ticket, MessageKind.REJECTION, comment);
    }

    /** An open proposal becomes the outcome (R5.4c), in the name of whoever made it; without one nothing changes. */
    @Transactional
    public void settle(String number) {
        Ticket ticket = tickets.lock(number);
        if (!ticket.status().isOver()) {
            conversation
                    .openProposal(ticket)
                    .ifPresent(proposal -> answer(ticket, proposal.author(), ClosingReason.SOLVED, proposal.text()));
        }
    }

    /**
     * The cause lies with what R7.2 excludes; the customer is told the clause.
     *
     * @param addition the agent's own words, or null
     * @throws InvalidInput when the table has no such exclusion
     */
    @Transactional
    public void excludeFromResponsibility(String number, String exclusionCode, String addition) {
        Ticket ticket = tickets.lock(number);
        Exclusion exclusion = exclusions.get(exclusionCode);
        String text = exclusion.customerText(
                customers.findById(ticket.customerId()).orElseThrow().language());
        ticket.excludeBy(exclusion.code());
        answer(ticket, ClosingReason.OUTSIDE_RESPONSIBILITY, addition == null ? text : text + "\n\n" + addition);
    }

    /**
     * Nobody answered in time. A ticket that the customer has just answered is left alone.
     *
     * @return whether the customer was silent
     */
    @Transactional
    public boolean resolveForSilence(String number) {
        Ticket ticket = tickets.lock(number);
        if (ticket.status() == TicketStatus.WAITING_FOR_CUSTOMER) {
            resolve(ticket, ClosingReason.CUSTOMER_SILENT, null);
        }
        return ticket.status() == TicketStatus.RESOLVED;
    }

    /** Closes a ticket whose customer was told the outcome (R5.4c); closing it twice changes nothing. */
    @Transactional
    public ClosingReason close(String number, ClosingReason reasonWithoutResolution) {
        Ticket ticket = tickets.lock(number);
        if (ticket.status() != TicketStatus.CLOSED) {
            close(ticket, reasonWithoutResolution);
        }
        return ticket.closingReason().orElseThrow();
    }

    /**
     * The customer takes the request back.
     *
     * @throws InvalidInput when its outcome is already known
     */
    @Transactional
    public Ticket withdraw(String number) {
        Ticket ticket = tickets.lock(number);
        if (ticket.status().isOver()) {
            throw new InvalidInput("number", "input.ticket-is-over");
        }
        journal.record(number, EventKind.TICKET_WITHDRAWN, null, Map.of());
        close(ticket, ClosingReason.WITHDRAWN);
        events.publishEvent(new TicketWithdrawn(number));
        return ticket;
    }

    private void refuseOwnProposal(Ticket ticket) {
        conversation
                .openProposal(ticket)
                .filter(proposal -> proposal.author().equals(Actor.current()))
                .ifPresent(own -> {
                    throw new InvalidInput("outcome", "input.own-proposal");
                });
    }

    private void answer(Ticket ticket, ClosingReason reason, String text) {
        answer(ticket, Actor.current(), reason, text);
    }

    void answer(Ticket ticket, String author, ClosingReason reason, String text) {
        conversation.respond(ticket, author, MessageKind.RESOLUTION, text);
        resolve(ticket, reason, text);
    }

    private void resolve(Ticket ticket, ClosingReason reason, String text) {
        ticket.resolve(reason, text, clock.instant());
        Map<String, Object> details = new HashMap<>(Map.of("reason", reason));
        ticket.exclusion()
                .map(exclusions::get)
                .ifPresent(exclusion -> details.putAll(Map.of(
                        "exclusion",
                        exclusion.code(),
                        "clause",
                        exclusion.clause(),
                        "decision",
                        exclusion.version(),
                        Decided.KEY,
                        List.of(exclusion.decided()))));
        String clause = reason == ClosingReason.OUTSIDE_RESPONSIBILITY ? "R7.2" : "R5.4c";
        journal.record(ticket.number(), EventKind.TICKET_RESOLVED, clause, details);
        events.publishEvent(new TicketChanged(ticket.number()));
    }

    private void close(Ticket ticket, ClosingReason reason) {
        Instant now = clock.instant();
        ticket.close(reason, now);
        clocks.closed(ticket.id(), now);
        journal.record(
                ticket.number(),
                EventKind.TICKET_CLOSED,
                "R5.4c",
                Map.of("reason", ticket.closingReason().orElseThrow()));
        events.publishEvent(new TicketClosed(ticket.id(), ticket.number()));
    }
}
