package com.leecyber.support.notification;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.sla.SlaSettings;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Exclusions;
import com.leecyber.support.ticket.Exclusions.Exclusion;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.MessageKind;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.Tickets;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the desk says of its own accord, one method a thing.
 *
 * <p>Each queues a mail in the caller's transaction and says the same thing once, however often it is called.
 */
@Service
@Transactional
public class Notifications {

    private static final String ONCE = "1";

    private final Tickets tickets;
    private final Conversation conversation;
    private final ResponseClocks clocks;
    private final Exclusions exclusions;
    private final CustomerMail customerMail;
    private final LeadMail leadMail;
    private final Moments moments;
    private final SlaSettings sla;
    private final Journal journal;

    Notifications(
            Tickets tickets,
            Conversation conversation,
            ResponseClocks clocks,
            Exclusions exclusions,
            CustomerMail customerMail,
            LeadMail leadMail,
            Moments moments,
            SlaSettings sla,
            Journal journal) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.clocks = clocks;
        this.exclusions = exclusions;
        this.customerMail = customerMail;
        this.leadMail = leadMail;
        this.moments = moments;
        this.sla = sla;
        this.journal = journal;
    }

    /** The request has a number, and the first answer is due by then (R5.1); this is no response (R3.2). */
    public void acknowledge(String number) {
        Ticket ticket = tickets.lock(number);
        Promise firstResponse = clocks.read(ticket.id()).promises().get(0);
        boolean queued = customerMail.put(
                NotificationKind.TICKET_ACKNOWLEDGED,
                ticket,
                ONCE,
                "R5.1",
                customer -> Map.of(
                        "due",
                        moments.write(firstResponse.dueAt(), customer.language()),
                        "clause",
                        Clause.forReaders(firstResponse.clause())));
        journal(queued, number, EventKind.TICKET_ACKNOWLEDGED, "R5.1");
    }

    /** Support is not owed, and how that can change (R1.4). */
    public void tellNoLicence(String number) {
        customerMail.put(NotificationKind.NO_LICENCE, tickets.lock(number), ONCE, "R1.4", customer -> clause("R1.4"));
    }

    /** A question still waits for the customer (R5.2); once a question, and never after the answer. */
    public void remind(String number) {
        Ticket ticket = tickets.lock(number);
        if (ticket.status() != TicketStatus.WAITING_FOR_CUSTOMER) {
            return;
        }
        Message question = lastQuestion(ticket);
        boolean queued = customerMail.put(
                NotificationKind.REMINDER,
                ticket,
                question.id(),
                "R5.2",
                customer -> Map.of(
                        "question",
                        question.text(),
                        "closesAt",
                        moments.write(question.writtenAt().plus(sla.closeAfter()), customer.language())));
        journal(queued, number, EventKind.CUSTOMER_REMINDED, "R5.2");
    }

    /** The outcome and that the ticket is closed (R5.4c): solved, outside responsibility (R7.2), or left unanswered. */
    public void tellResolution(String number) {
        Ticket ticket = tickets.lock(number);
        boolean queued = switch (ticket.closingReason().orElseThrow()) {
            case SOLVED ->
                customerMail.put(
                        NotificationKind.TICKET_SOLVED,
                        ticket,
                        ONCE,
                        "R5.4c",
                        customer -> Map.of("text", ticket.resolution().orElseThrow()));
            case OUTSIDE_RESPONSIBILITY -> tellOutsideResponsibility(ticket);
            case CUSTOMER_SILENT ->
                customerMail.put(
                        NotificationKind.TICKET_CLOSED_FOR_SILENCE, ticket, ONCE, "R5.2", customer -> Map.of());
            case WITHDRAWN, NO_LICENCE ->
                throw new IllegalStateException("There is no resolution to tell of " + number);
        };
        journal(queued, number, EventKind.RESOLUTION_TOLD, "R5.4c");
    }

    /** From now on the ticket lives in the panel (R3.1.2). */
    public void tellMovedToPanel(String number) {
        customerMail.put(
                NotificationKind.MOVED_TO_PANEL, tickets.lock(number), ONCE, "R3.1.2", customer -> clause("R3.1.2"));
    }

    /** The ticket was taken back, as asked. */
    public void confirmWithdrawal(String number) {
        customerMail.put(NotificationKind.TICKET_WITHDRAWN, tickets.lock(number), ONCE, null, customer -> Map.of());
    }

    /** A promise is about to be broken (R3.2, R5.4b); nobody is told when no shift lead is configured. */
    public void warnLead(String number, Promise promise) {
        leadMail.put(NotificationKind.DEADLINE_WARNING, tickets.lock(number), promise);
    }

    /** A promise was broken (R3.2, R5.4b); nobody is told when no shift lead is configured. */
    public void reportBreach(String number, Promise promise) {
        leadMail.put(NotificationKind.DEADLINE_BREACH, tickets.lock(number), promise);
    }

    /**
     * Works should have been over by then (R6.1); nobody is told when no shift lead is configured.
     *
     * @param number tells it from others of the same works
     */
    public void warnOfOverrun(String works, Instant due, int number) {
        leadMail.putOverrun(works, due, number);
    }

    /** Emergency works have begun (R6.2); nobody is told when no shift lead is configured. */
    public void reportEmergency(String works, Instant began) {
        leadMail.putEmergency(works, began);
    }

    private boolean tellOutsideResponsibility(Ticket ticket) {
        Exclusion exclusion = exclusions.get(ticket.exclusion().orElseThrow());
        return customerMail.put(
                NotificationKind.TICKET_OUTSIDE_RESPONSIBILITY,
                ticket,
                ONCE,
                exclusion.clause(),
                customer -> Map.of(
                        "text", ticket.resolution().orElseThrow(), "clause", Clause.forReaders(exclusion.clause())));
    }

    private Message lastQuestion(Ticket ticket) {
        return conversation.of(ticket).stream()
                .filter(message -> message.kind() == MessageKind.INFORMATION_REQUEST)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private void journal(boolean queued, String number, EventKind kind, String clause) {
        if (queued) {
            journal.record(number, kind, clause, Map.of());
        }
    }

    private static Map<String, String> clause(String clause) {
        return Map.of("clause", Clause.forReaders(clause));
    }
}
