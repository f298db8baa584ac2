package com.leecyber.support.telegram;

import com.leecyber.support.telegram.Dialogue.Step;
import com.leecyber.support.telegram.Update.Said;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Text;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import java.util.Optional;

/**
 * Writes what a customer says to a ticket of theirs.
 *
 * <p>To a ticket that lives in the panel (R3.1.2) it is kept, too; the way to the panel is then told by {@code
 * notification}, in this chat and in the words of {@code forms/notifications/}, so nothing of it is said here.
 */
@BotComponent
class Replies {

    static final String REPLY = "reply";

    private final Tickets tickets;
    private final Conversation conversation;
    private final Dialogues dialogues;
    private final SentFiles files;
    private final Questions questions;
    private final Words words;

    Replies(
            Tickets tickets,
            Conversation conversation,
            Dialogues dialogues,
            SentFiles files,
            Questions questions,
            Words words) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.dialogues = dialogues;
        this.files = files;
        this.questions = questions;
        this.words = words;
    }

    /** The next message answers that ticket; a request that is being written stays for afterwards. */
    void prepare(Visit visit, String number) {
        Optional<Ticket> own =
                tickets.findByNumberAndCustomerId(number, visit.customer().id());
        if (own.isEmpty()) {
            visit.talk().say("telegram.no-such-ticket");
            return;
        }
        Dialogue waiting = visit.dialogue().at(Step.REPLY).answering(number);
        dialogues.save(waiting);
        visit.talk()
                .ask(
                        cancel(visit),
                        own.get().status().isOver() ? "telegram.ask.reply-to-closed" : "telegram.ask.reply",
                        number);
    }

    void ask(Visit visit) {
        visit.talk().ask(cancel(visit), "telegram.ask.reply", visit.dialogue().ticket());
    }

    /** No message after all: back to the request that is being written. */
    void leave(Visit visit) {
        Dialogue request = visit.dialogue().asking();
        dialogues.save(request);
        questions.ask(visit.with(request));
    }

    /** A message to a ticket, with a file or without; afterwards the conversation goes on where it stood. */
    void reply(Visit visit, String number, Said said) {
        Talk talk = visit.talk();
        write(visit, number, said.text().isEmpty() ? null : said.text()).ifPresent(ticket -> {
            if (said.file() != null) {
                files.add(talk.update(), talk.chat(), said.file(), ticket.number());
            }
            Dialogue answered = visit.dialogue().answering(ticket.number()).within(said.album());
            if (answered.step() == Step.REPLY) {
                answered = answered.hasDraft() ? answered.asking() : answered.at(Step.MENU);
            }
            dialogues.save(answered);
            if (answered.step().isOfRequest()) {
                questions.ask(visit.with(answered));
            }
        });
    }

    /**
     * Adds a message and says which ticket it is on.
     *
     * @param text null when there are only files
     * @return the ticket that has it now; empty when it could not be accepted
     */
    Optional<Ticket> write(Visit visit, String number, String text) {
        Talk talk = visit.talk();
        Optional<Ticket> own =
                tickets.findByNumberAndCustomerId(number, visit.customer().id());
        if (own.isEmpty()) {
            talk.say("telegram.no-such-ticket");
            return Optional.empty();
        }
        String message;
        try {
            message = Text.message("text", text == null ? talk.words("telegram.files-only") : text);
        } catch (InvalidInput invalid) {
            talk.tell(words.complaint(talk.language(), invalid), null);
            return Optional.empty();
        }
        Ticket ticket = conversation.customerWrites(number, message, Channel.TELEGRAM);
        if (!ticket.number().equals(number)) {
            talk.say(
                    "telegram.follow-up",
                    number,
                    ticket.number(),
                    words.moment(talk.language(), ticket.responseDueAt().orElseThrow()));
        } else if (ticket.channel() == Channel.PANEL || !ticket.isInPanel()) {
            talk.say("telegram.replied", number);
        }
        return Optional.of(ticket);
    }

    private static Buttons cancel(Visit visit) {
        return Buttons.below(
                visit.talk().button(Menu.CANCEL + ":" + visit.dialogue().draft(), "telegram.button.cancel"));
    }
}
