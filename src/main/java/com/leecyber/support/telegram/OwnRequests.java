package com.leecyber.support.telegram;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.telegram.Buttons.Button;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Message.AuthorKind;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;

/** A customer's own tickets: the latest of them, and each with what was said last. */
@BotComponent
class OwnRequests {

    static final String SHOW = "ticket";

    private static final int LISTED = 10;
    private static final int MESSAGES = 5;
    private static final int MESSAGE_LENGTH = 700;
    private static final int SUBJECT_LENGTH = 40;

    private final Tickets tickets;
    private final Conversation conversation;
    private final ServiceCatalogue catalogue;
    private final Menu menu;
    private final Words words;

    OwnRequests(Tickets tickets, Conversation conversation, ServiceCatalogue catalogue, Menu menu, Words words) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.catalogue = catalogue;
        this.menu = menu;
        this.words = words;
    }

    /** The latest tickets whose outcome is still open. */
    List<Ticket> open(Customer customer, int most) {
        return latest(customer, 50).stream()
                .filter(ticket -> !ticket.status().isOver())
                .limit(most)
                .toList();
    }

    void list(Visit visit) {
        Talk talk = visit.talk();
        List<Ticket> latest = latest(visit.customer(), LISTED);
        if (latest.isEmpty()) {
            talk.ask(menu.buttons(talk), "telegram.no-tickets");
            return;
        }
        Button[] buttons = latest.stream()
                .map(ticket -> new Button(
                        talk.words(
                                "telegram.button.ticket",
                                ticket.number(),
                                words.label(talk.language(), ticket.status()),
                                Line.of(ticket.subject(), SUBJECT_LENGTH)),
                        SHOW + ":" + ticket.number()))
                .toArray(Button[]::new);
        talk.ask(Buttons.below(buttons), "telegram.tickets");
    }

    void show(Visit visit, String number) {
        Talk talk = visit.talk();
        Optional<Ticket> own =
                tickets.findByNumberAndCustomerId(number, visit.customer().id());
        if (own.isEmpty()) {
            talk.say("telegram.no-such-ticket");
            return;
        }
        talk.tell(
                card(talk, own.get()),
                Buttons.below(talk.button(Replies.REPLY + ":" + number, "telegram.button.reply"))
                        .and(talk.button(Menu.MINE, "telegram.button.mine")));
    }

    private String card(Talk talk, Ticket ticket) {
        StringBuilder card = new StringBuilder(talk.words(
                "telegram.ticket",
                ticket.number(),
                ticket.subject(),
                words.label(talk.language(), ticket.type()),
                catalogue
                        .find(ticket.service())
                        .map(service -> service.label(talk.language()))
                        .orElse(ticket.service()),
                words.label(talk.language(), ticket.status())));
        ticket.responseDueAt()
                .ifPresent(due -> card.append('\n')
                        .append(talk.words("telegram.ticket.due", words.moment(talk.language(), due))));
        List<Message> said = conversation.of(ticket).stream()
                .filter(message -> message.kind().isPublic())
                .toList();
        if (said.size() < MESSAGES) {
            append(card, talk, ticket.registeredAt(), true, ticket.description());
        }
        said.subList(Math.max(0, said.size() - MESSAGES), said.size())
                .forEach(message -> append(
                        card, talk, message.writtenAt(), message.authorKind() == AuthorKind.CUSTOMER, message.text()));
        return card.toString();
    }

    private void append(StringBuilder card, Talk talk, Instant at, boolean own, String text) {
        String moment = words.moment(talk.language(), at);
        card.append("\n\n")
                .append(talk.words(own ? "telegram.ticket.you" : "telegram.ticket.desk", moment))
                .append('\n')
                .append(text.length() <= MESSAGE_LENGTH ? text : text.substring(0, whole(text)) + "…");
    }

    private static int whole(String text) {
        return Character.isHighSurrogate(text.charAt(MESSAGE_LENGTH - 1)) ? MESSAGE_LENGTH - 1 : MESSAGE_LENGTH;
    }

    private List<Ticket> latest(Customer customer, int most) {
        return tickets.findByCustomerIdAndIdLessThanOrderByIdDesc(customer.id(), Long.MAX_VALUE, Limit.of(most));
    }
}
