package com.leecyber.support.telegram;

import com.leecyber.support.telegram.Buttons.Button;
import com.leecyber.support.telegram.Dialogue.Step;
import com.leecyber.support.telegram.Update.Said;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Text;
import com.leecyber.support.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody just begins to tell: it is kept, and they say whether it is a new request or belongs to an open one. */
@BotComponent
class Offer {

    private static final String INTO = "into";
    private static final String BEGIN = "begin";
    private static final int OPEN_TICKETS = 5;

    private final Dialogues dialogues;
    private final SentFiles files;
    private final NewRequest newRequest;
    private final OwnRequests ownRequests;
    private final Replies replies;
    private final Words words;

    Offer(
            Dialogues dialogues,
            SentFiles files,
            NewRequest newRequest,
            OwnRequests ownRequests,
            Replies replies,
            Words words) {
        this.dialogues = dialogues;
        this.files = files;
        this.newRequest = newRequest;
        this.ownRequests = ownRequests;
        this.replies = replies;
        this.words = words;
    }

    /** Keeps what was said and asks what to do with it. */
    void make(Visit visit, Said said) {
        Talk talk = visit.talk();
        Dialogue dialogue = visit.dialogue().step() == Step.OFFER
                ? visit.dialogue()
                : Dialogue.fresh(talk.chat(), visit.customer().id(), talk.update());
        String text = dialogue.descriptionWith(said.text());
        try {
            if (!text.isEmpty()) {
                Text.message("text", text);
            }
        } catch (InvalidInput invalid) {
            talk.tell(words.complaint(talk.language(), invalid), null);
            return;
        }
        if (said.file() != null) {
            files.add(talk.update(), talk.chat(), said.file(), null);
        }
        Dialogue kept = dialogue.at(Step.OFFER)
                .describing(text.isEmpty() ? null : text)
                .answering(null)
                .within(said.album());
        dialogues.save(kept);
        ask(visit.with(kept));
    }

    void ask(Visit visit) {
        Talk talk = visit.talk();
        long draft = visit.dialogue().draft();
        List<Button> buttons = new ArrayList<>();
        buttons.add(talk.button(BEGIN + ":" + draft, "telegram.button.begin"));
        ownRequests.open(visit.customer(), OPEN_TICKETS).stream()
                .map(ticket -> new Button(
                        talk.words("telegram.button.into", ticket.number(), Line.of(ticket.subject(), 40)),
                        INTO + ":" + ticket.number() + ":" + draft))
                .forEach(buttons::add);
        buttons.add(talk.button(Menu.CANCEL + ":" + draft, "telegram.button.drop"));
        talk.ask(Buttons.below(buttons.toArray(Button[]::new)), "telegram.offer");
    }

    /** A button below such a question; false when it is not its turn. */
    boolean act(Visit visit, String button, String argument) {
        if (visit.dialogue().step() != Step.OFFER) {
            return false;
        }
        if (button.equals(BEGIN)) {
            newRequest.begin(visit);
            return true;
        }
        return button.equals(INTO) && into(visit, argument);
    }

    private boolean into(Visit visit, String number) {
        Talk talk = visit.talk();
        Optional<Ticket> answered =
                replies.write(visit, number, visit.dialogue().description());
        answered.ifPresent(ticket -> {
            files.giveTo(ticket.number(), talk.chat());
            dialogues.save(Dialogue.fresh(talk.chat(), visit.customer().id(), talk.update())
                    .answering(ticket.number())
                    .within(visit.dialogue().album()));
        });
        return answered.isPresent();
    }
}
