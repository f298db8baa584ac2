package com.leecyber.support.channel;

import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Message.AuthorKind;
import com.leecyber.support.ticket.ServiceNames;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Draws up tickets as their customer sees them, in the reader's language. */
@Component
class TicketViews {

    private final Tickets tickets;
    private final Conversation conversation;
    private final Attachments attachments;
    private final ServiceNames services;
    private final MessageSource messages;

    TicketViews(
            Tickets tickets,
            Conversation conversation,
            Attachments attachments,
            ServiceNames services,
            MessageSource messages) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.attachments = attachments;
        this.services = services;
        this.messages = messages;
    }

    TicketFacts facts(Ticket ticket) {
        Locale language = LocaleContextHolder.getLocale();
        return new TicketFacts(
                ticket.number(),
                ticket.type(),
                label(ticket.type()),
                ticket.service(),
                services.of(ticket.service(), language),
                ticket.subject(),
                ticket.status(),
                label(ticket.status()),
                ticket.priority().orElse(null),
                ticket.registeredAt(),
                ticket.responseDueAt().orElse(null),
                ticket.closingReason().orElse(null),
                ticket.closedAt().orElse(null));
    }

    TicketDetails details(Ticket ticket) {
        return new TicketDetails(
                facts(ticket),
                ticket.description(),
                ticket.steps(),
                ticket.expected(),
                ticket.actual(),
                ticket.resolution().orElse(null),
                ticket.followsId()
                        .flatMap(tickets::findById)
                        .map(Ticket::number)
                        .orElse(null),
                conversation.of(ticket).stream()
                        .filter(message -> message.kind().isPublic())
                        .map(this::said)
                        .toList(),
                attachments.of(ticket).stream().map(file -> file(ticket, file)).toList());
    }

    TicketDetails.File file(Ticket ticket, Attachment file) {
        return new TicketDetails.File(
                file.key(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.storedAt(),
                address(ticket) + "/files/" + file.key());
    }

    /** Without a host: whatever name the desk is reached by, the client knows it. */
    static String address(Ticket ticket) {
        return TicketsController.PATH + "/" + ticket.number();
    }

    private TicketDetails.Said said(Message message) {
        String author = message.authorKind() == AuthorKind.CUSTOMER
                ? message.author()
                : messages.getMessage("api.desk", null, LocaleContextHolder.getLocale());
        return new TicketDetails.Said(
                message.writtenAt(),
                author,
                message.authorKind(),
                message.kind(),
                label(message.kind()),
                message.channel(),
                message.text());
    }

    private String label(Enum<?> value) {
        return messages.getMessage(
                value.getDeclaringClass().getSimpleName() + "." + value.name(), null, LocaleContextHolder.getLocale());
    }
}
