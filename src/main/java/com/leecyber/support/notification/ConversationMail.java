package com.leecyber.support.notification;

import com.leecyber.support.customer.ContactChannel;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.sla.SlaSettings;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketEvents.AgentWrote;
import com.leecyber.support.ticket.TicketEvents.CustomerWroteOutsidePanel;
import com.leecyber.support.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries the conversation to the customer, in the transaction in which something was said. */
@Component
class ConversationMail {

    /** Two machines that answer each other must not get far. */
    private static final Duration BETWEEN_ANSWERS = Duration.ofHours(1);

    private final Tickets tickets;
    private final Conversation conversation;
    private final CustomerMail customerMail;
    private final Outbox outbox;
    private final Moments moments;
    private final SlaSettings sla;
    private final Clock clock;

    ConversationMail(
            Tickets tickets,
            Conversation conversation,
            CustomerMail customerMail,
            Outbox outbox,
            Moments moments,
            SlaSettings sla,
            Clock clock) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.customerMail = customerMail;
        this.outbox = outbox;
        this.moments = moments;
        this.sla = sla;
        this.clock = clock;
    }

    /** What a person wrote goes out; a resolution does not: the closing phase tells it. */
    @EventListener
    void send(AgentWrote wrote) {
        Ticket ticket = tickets.get(wrote.number());
        Message message = conversation.find(wrote.messageId()).orElseThrow();
        switch (wrote.kind()) {
            case REPLY ->
                customerMail.put(
                        NotificationKind.REPLY,
                        ticket,
                        message.id(),
                        "R3.2",
                        customer -> Map.of("text", message.text()));
            case INFORMATION_REQUEST ->
                customerMail.put(
                        NotificationKind.INFORMATION_REQUEST,
                        ticket,
                        message.id(),
                        "R5.2",
                        customer -> Map.of("text", message.text(), "closesAt", closesAt(message, customer)));
            case FIX_PLANNED ->
                customerMail.put(
                        NotificationKind.FIX_PLANNED,
                        ticket,
                        message.id(),
                        "R5.4c",
                        customer -> Map.of(
                                "text",
                                message.text(),
                                "release",
                                OneLine.of(ticket.releaseVersion().orElseThrow())));
            case RESOLUTION, NOTE, PROPOSAL, REJECTION -> {}
        }
    }

    /**
     * Answers with the way to the panel (R3.1.2) where the customer wrote: by mail at most once an hour, in a chat each
     * time, because there it is a person who waits for it and the bot says nothing else.
     */
    @EventListener
    void answer(CustomerWroteOutsidePanel wrote) {
        Ticket ticket = tickets.get(wrote.number());
        Message message = conversation.find(wrote.messageId()).orElseThrow();
        boolean inChat = message.channel() == Channel.TELEGRAM && customerMail.reachesChatOf(ticket);
        if (!inChat
                && outbox.saidSince(
                        wrote.number(),
                        NotificationKind.OUTSIDE_PANEL,
                        clock.instant().minus(BETWEEN_ANSWERS))) {
            return;
        }
        customerMail.answer(
                NotificationKind.OUTSIDE_PANEL,
                ticket,
                wrote.messageId(),
                "R3.1.2",
                inChat ? ContactChannel.TELEGRAM : ContactChannel.EMAIL,
                Map.of("clause", Clause.forReaders("R3.1.2")));
    }

    private String closesAt(Message question, Customer customer) {
        return moments.write(question.writtenAt().plus(sla.closeAfter()), customer.language());
    }
}
