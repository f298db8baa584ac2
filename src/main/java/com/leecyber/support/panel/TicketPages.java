package com.leecyber.support.panel;

import com.leecyber.support.customer.Customers;
import com.leecyber.support.incident.Incident;
import com.leecyber.support.incident.Incidents;
import com.leecyber.support.panel.TicketPage.Cause;
import com.leecyber.support.panel.TicketPage.Entry;
import com.leecyber.support.panel.TicketPage.File;
import com.leecyber.support.panel.TicketPage.News;
import com.leecyber.support.panel.TicketPage.Part;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Message.AuthorKind;
import com.leecyber.support.ticket.MessageKind;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws up a ticket's page: what was asked, what was said since, and the files where they came. */
@Component
class TicketPages {

    /** Files of one form are stored right after its text. */
    private static final Duration SAME_FORM = Duration.ofSeconds(10);

    private final Tickets tickets;
    private final Customers customers;
    private final Conversation conversation;
    private final Attachments attachments;
    private final Incidents incidents;
    private final Labels labels;

    TicketPages(
            Tickets tickets,
            Customers customers,
            Conversation conversation,
            Attachments attachments,
            Incidents incidents,
            Labels labels) {
        this.tickets = tickets;
        this.customers = customers;
        this.conversation = conversation;
        this.attachments = attachments;
        this.incidents = incidents;
        this.labels = labels;
    }

    TicketPage of(Ticket ticket) {
        List<Message> said = conversation.of(ticket).stream()
                .filter(message -> message.kind().isPublic())
                .toList();
        boolean told = said.stream().anyMatch(message -> message.kind() == MessageKind.RESOLUTION);
        return new TicketPage(
                ticket.number(),
                ticket.subject(),
                labels.of(ticket.type()),
                labels.service(ticket),
                ticket.status(),
                labels.of(ticket.status()),
                ticket.priority().map(labels::of).orElse(null),
                ticket.registeredAt(),
                ticket.responseDueAt().orElse(null),
                ticket.closedAt().orElse(null),
                ticket.closingReason().filter(ClosingReason.SOLVED::equals).isPresent(),
                ticket.closingReason()
                        .map(reason -> labels.text("panel.outcome." + reason))
                        .orElse(null),
                told ? null : ticket.resolution().orElse(null),
                ticket.incident().flatMap(incidents::find).map(this::cause).orElse(null),
                ticket.followsId()
                        .flatMap(tickets::findById)
                        .map(Ticket::number)
                        .orElse(null),
                tickets.findByCustomerIdAndFollowsIdOrderById(ticket.customerId(), ticket.id()).stream()
                        .map(Ticket::number)
                        .toList(),
                entries(ticket, said));
    }

    private Cause cause(Incident incident) {
        return new Cause(
                incident.number(),
                incident.title(labels.language()),
                incident.isOpen(),
                incidents.updates(incident.number()).stream()
                        .map(update -> new News(update.at(), update.text(labels.language())))
                        .toList());
    }

    private List<Entry> entries(Ticket ticket, List<Message> said) {
        Queue<Attachment> files = new LinkedList<>(attachments.of(ticket));
        Entry request = request(ticket);
        List<Entry> entries = new ArrayList<>(List.of(request));
        for (Message message : said) {
            addUntil(message, files, entries, request.author());
            entries.add(entry(message));
        }
        addUntil(null, files, entries, request.author());
        return entries;
    }

    /** The files that came before a message, or all that are left. */
    private void addUntil(Message message, Queue<Attachment> files, List<Entry> entries, String author) {
        while (!files.isEmpty() && (message == null || files.peek().storedAt().isBefore(message.writtenAt()))) {
            Attachment file = files.remove();
            Entry latest = entries.get(entries.size() - 1);
            boolean together = latest.own()
                    && Duration.between(latest.at(), file.storedAt()).compareTo(SAME_FORM) < 0;
            if (together) {
                entries.set(entries.size() - 1, latest.with(file(file)));
            } else {
                entries.add(new Entry(
                        "file-" + file.key(),
                        true,
                        author,
                        file.storedAt(),
                        null,
                        null,
                        false,
                        null,
                        null,
                        List.of(),
                        List.of(file(file))));
            }
        }
    }

    private Entry request(Ticket ticket) {
        List<Part> parts = Stream.of(
                        part("panel.steps", ticket.steps()),
                        part("panel.expected", ticket.expected()),
                        part("panel.actual", ticket.actual()))
                .filter(part -> part.text() != null)
                .toList();
        return new Entry(
                "request",
                true,
                customers.findById(ticket.customerId()).orElseThrow().name(),
                ticket.registeredAt(),
                null,
                channel(ticket.channel()),
                false,
                ticket.description(),
                ticket.quoted().orElse(null),
                parts,
                List.of());
    }

    private Part part(String label, String text) {
        return new Part(labels.text(label), text);
    }

    private Entry entry(Message message) {
        boolean own = message.authorKind() == AuthorKind.CUSTOMER;
        return new Entry(
                "message-" + message.id(),
                own,
                own ? message.author() : labels.text("panel.desk"),
                message.writtenAt(),
                message.kind() == MessageKind.REPLY ? null : labels.of(message.kind()),
                own ? channel(message.channel()) : null,
                message.isOutsidePanel(),
                message.text(),
                message.quoted().orElse(null),
                List.of(),
                List.of());
    }

    /** What was written here needs no word. */
    private String channel(Channel channel) {
        return channel == Channel.PANEL ? null : labels.of(channel);
    }

    private static File file(Attachment file) {
        return new File(file.key(), file.name(), file.size(), file.storedAt());
    }
}
