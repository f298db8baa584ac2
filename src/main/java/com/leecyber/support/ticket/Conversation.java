package com.leecyber.support.ticket;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Message.AuthorKind;
import com.leecyber.support.ticket.TicketEvents.AgentWrote;
import com.leecyber.support.ticket.TicketEvents.CustomerAnswered;
import com.leecyber.support.ticket.TicketEvents.CustomerWroteOutsidePanel;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customer and desk say to each other on a ticket, and what the desk notes for itself. */
@Service
public class Conversation {

    private final Tickets tickets;
    private final Messages messages;
    private final Customers customers;
    private final Registration registration;
    private final ResponseClocks clocks;
    private final Deadline deadline;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversation(
            Tickets tickets,
            Messages messages,
            Customers customers,
            Registration registration,
            ResponseClocks clocks,
            Deadline deadline,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.messages = messages;
        this.customers = customers;
        this.registration = registration;
        this.clocks = clocks;
        this.deadline = deadline;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds what the customer wrote. An answer that the desk waits for goes on with the ticket; on a ticket whose outcome
     * is known it opens a follow-up ticket.
     *
     * @return the ticket that the message is on: the given one, or the follow-up
     * @throws InvalidInput when the text is empty or too long
     */
    @Transactional
    public Ticket customerWrites(String number, String text, Channel channel) {
        return customerWrites(number, text, null, channel);
    }

    /**
     * As {@link #customerWrites(String, String, Channel)}, for a mail.
     *
     * @param quoted the earlier mails and the signature that it repeats, or null
     */
    @Transactional
    public Ticket customerWrites(String number, String text, String quoted, Channel channel) {
        String checked = Text.message("text", text);
        Ticket ticket = tickets.lock(number);
        if (ticket.status().isOver()) {
            return followUp(ticket, checked, quoted, channel);
        }
        String author = customers.findById(ticket.customerId()).orElseThrow().name();
        Message message = write(
                ticket,
                author,
                AuthorKind.CUSTOMER,
                MessageKind.REPLY,
                channel,
                checked,
                Text.quoted(quoted),
                EventKind.CUSTOMER_REPLIED);
        if (ticket.status() == TicketStatus.WAITING_FOR_CUSTOMER) {
            clocks.customerAnswered(ticket.id(), message.writtenAt());
            ticket.continueAfterAnswer();
            deadline.follow(ticket);
            events.publishEvent(new CustomerAnswered(number));
        }
        if (message.isOutsidePanel()) {
            events.publishEvent(new CustomerWroteOutsidePanel(number, message.id()));
        }
        return ticket;
    }

    /**
     * Sends a person's message to the customer; it counts as a response (R3.2).
     *
     * @throws InvalidInput when the text is empty or too long, or the ticket is over
     */
    @Transactional
    public Message agentWrites(String number, String text) {
        Ticket ticket = tickets.lock(number);
        if (ticket.status().isOver()) {
            throw new InvalidInput("text", "input.ticket-is-over");
        }
        return respond(ticket, MessageKind.REPLY, Text.message("text", text));
    }

    /**
     * Keeps a note that only the desk reads.
     *
     * @throws InvalidInput when the text is empty or too long
     */
    @Transactional
    public Message note(String number, String text) {
        return keepInside(tickets.lock(number), MessageKind.NOTE, Text.message("text", text));
    }

    /** All of it, oldest first. */
    @Transactional(readOnly = true)
    public List<Message> of(Ticket ticket) {
        return messages.findByTicketIdOrderById(ticket.id());
    }

    /** One message. */
    @Transactional(readOnly = true)
    public Optional<Message> find(long messageId) {
        return messages.findById(messageId);
    }

    /** What a person would tell the customer, kept among colleagues until one of them agrees. */
    Message keepInside(Ticket ticket, MessageKind kind, String text) {
        return write(ticket, Actor.current(), AuthorKind.AGENT, kind, Channel.PANEL, text, null, EventKind.NOTE_ADDED);
    }

    /** Why a person decided against a rule, kept among colleagues; the entry of that decision has to tell of it. */
    Message keepReason(Ticket ticket, String text) {
        return messages.save(new Message(
                ticket,
                clock.instant(),
                Actor.current(),
                AuthorKind.AGENT,
                MessageKind.OVERRIDE,
                Channel.PANEL,
                text,
                null));
    }

    /** What the journal says of a message: which it is and what it is sealed with, but not its words. */
    static Map<String, Object> told(Message message) {
        return Map.of("message", message.id(), "kind", message.kind(), "digest", SealedText.digest(message));
    }

    /** The latest proposal, unless a colleague has turned it down. */
    Optional<Message> openProposal(Ticket ticket) {
        return of(ticket).stream()
                .filter(message -> message.kind() == MessageKind.PROPOSAL || message.kind() == MessageKind.REJECTION)
                .reduce((earlier, later) -> later)
                .filter(latest -> latest.kind() == MessageKind.PROPOSAL);
    }

    /** A person's message to the customer on a locked ticket: it settles what was owed (R3.2). */
    Message respond(Ticket ticket, MessageKind kind, String text) {
        return respond(ticket, Actor.current(), kind, text);
    }

    /** The same, said in the name of whoever wrote it earlier. */
    Message respond(Ticket ticket, String author, MessageKind kind, String text) {
        Message message =
                write(ticket, author, AuthorKind.AGENT, kind, Channel.PANEL, text, null, EventKind.AGENT_REPLIED);
        if (kind == MessageKind.INFORMATION_REQUEST) {
            clocks.informationRequested(ticket.id(), message.writtenAt(), message.author());
        } else {
            clocks.responded(ticket.id(), message.writtenAt(), message.author());
        }
        deadline.follow(ticket);
        events.publishEvent(new AgentWrote(ticket.number(), message.id(), kind));
        return message;
    }

    private Message write(
            Ticket ticket,
            String author,
            AuthorKind authorKind,
            MessageKind kind,
            Channel channel,
            String text,
            String quoted,
            EventKind event) {
        Instant now = clock.instant();
        Message message = messages.save(new Message(ticket, now, author, authorKind, kind, channel, text, quoted));
        Map<String, Object> details = new HashMap<>(told(message));
        details.put("outsidePanel", message.isOutsidePanel());
        journal.record(ticket.number(), event, null, details);
        return message;
    }

    private Ticket followUp(Ticket closed, String text, String quoted, Channel channel) {
        Ticket next = registration.register(
                new NewTicket(
                        closed.customerId(),
                        channel,
                        closed.type(),
                        closed.service(),
                        closed.subject(),
                        text,
                        closed.steps(),
                        closed.expected(),
                        closed.actual(),
                        closed.impact(),
                        closed.id()),
                quoted);
        journal.record(closed.number(), EventKind.FOLLOW_UP_REGISTERED, null, Map.of("followUp", next.number()));
        return next;
    }
}
