package com.leecyber.support.mailbox;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.notification.MailThreads;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns a mail into a ticket (R5.1) or a message of one, with its files; within the caller's transaction. */
@Component
class MailFiling {

    private final Registration registration;
    private final Conversation conversation;
    private final Attachments attachments;
    private final Tickets tickets;
    private final MailThreads threads;
    private final MailEnds ends;
    private final MessageSource messages;
    private final MailboxSettings settings;

    MailFiling(
            Registration registration,
            Conversation conversation,
            Attachments attachments,
            Tickets tickets,
            MailThreads threads,
            MailEnds ends,
            MessageSource messages,
            MailboxSettings settings,
            ServiceCatalogue catalogue) {
        this.registration = registration;
        this.conversation = conversation;
        this.attachments = attachments;
        this.tickets = tickets;
        this.threads = threads;
        this.ends = ends;
        this.messages = messages;
        this.settings = settings;
        if (catalogue.find(settings.service()).isEmpty()) {
            throw new IllegalArgumentException(
                    "support.mailbox.service: not in support.catalogue.services: " + settings.service());
        }
    }

    /** A new ticket of the customer's; what a mail does not say, the first line asks for. */
    Ticket asTicket(ReceivedMail mail, Customer customer) {
        MailText text = MailText.ofRequest(mail, messages, customer.language());
        Ticket ticket = registration.register(
                new NewTicket(
                        customer.id(),
                        Channel.EMAIL,
                        TicketType.QUESTION,
                        settings.service(),
                        mail.headers().subject().orElseGet(() -> word("mailbox.no-subject", customer.language())),
                        text.text(),
                        null,
                        null,
                        null,
                        null,
                        null),
                text.quoted());
        finish(mail, ticket, text, customer);
        ends.asTicket(mail, ticket.number());
        return ticket;
    }

    /**
     * A message on the customer's ticket.
     *
     * @return that ticket, or the one that a message to a ticket with a known outcome opens
     */
    Ticket asReply(ReceivedMail mail, Ticket named, Customer customer) {
        Ticket ticket = tickets.lock(named.number());
        int files = ticket.status().isOver() ? 0 : attachments.of(ticket).size();
        MailText text = MailText.ofReply(mail, messages, customer.language(), Attachments.MAXIMUM_COUNT - files);
        Ticket written = conversation.customerWrites(ticket.number(), text.text(), text.quoted(), Channel.EMAIL);
        finish(mail, written, text, customer);
        if (written.number().equals(ticket.number())) {
            ends.asReply(mail, ticket.number());
        } else {
            ends.asTicket(mail, written.number());
        }
        return written;
    }

    private void finish(ReceivedMail mail, Ticket ticket, MailText text, Customer customer) {
        text.files().forEach(file -> attachments.add(ticket.number(), file.name(), file.content()));
        // A released mail may be a colleague's: the customer's thread is none of theirs.
        if (mail.sender().filter(customer.email()::equalsIgnoreCase).isPresent()) {
            mail.headers().messageId().ifPresent(id -> threads.came(ticket.number(), customer.email(), id));
        }
    }

    private String word(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
