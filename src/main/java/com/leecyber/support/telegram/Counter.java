package com.leecyber.support.telegram;

import com.leecyber.support.telegram.Dialogue.Step;
import com.leecyber.support.telegram.Update.Personal;
import com.leecyber.support.telegram.Update.Said;
import com.leecyber.support.ticket.Attachments;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves a customer: what is said is a command, or belongs to the step at which the conversation stands. */
@BotComponent
class Counter {

    private static final Pattern NUMBER = Pattern.compile("SD-\\d{4}-\\d{6,}");

    private final Menu menu;
    private final Linking linking;
    private final NewRequest newRequest;
    private final Presses presses;
    private final OwnRequests ownRequests;
    private final Replies replies;
    private final Offer offer;
    private final SentFiles files;

    Counter(
            Menu menu,
            Linking linking,
            NewRequest newRequest,
            Presses presses,
            OwnRequests ownRequests,
            Replies replies,
            Offer offer,
            SentFiles files) {
        this.menu = menu;
        this.linking = linking;
        this.newRequest = newRequest;
        this.presses = presses;
        this.ownRequests = ownRequests;
        this.replies = replies;
        this.offer = offer;
        this.files = files;
    }

    /**
     * Does what was asked.
     *
     * @return the key of the word that a pressed button is answered with; empty for none
     */
    Optional<String> serve(Visit visit, Personal update) {
        if (update instanceof Update.Pressed pressed) {
            return presses.press(visit, pressed.button());
        }
        if (update instanceof Said said) {
            said(visit, said);
        } else if (update instanceof Update.Edited edited) {
            visit.talk().sayOnce("edited:" + edited.message(), "telegram.edited");
        } else if (update instanceof Update.ContactShared) {
            visit.talk().say("telegram.contact-not-kept");
        } else {
            visit.talk().say("telegram.unusable");
        }
        return Optional.empty();
    }

    private void said(Visit visit, Said said) {
        Optional<Command> command = Command.of(said.text());
        if (command.isPresent()) {
            command(visit, command.get(), said.text());
            return;
        }
        Said kept = withoutTooLargeFile(visit, said);
        if (kept == null) {
            return;
        }
        Dialogue dialogue = visit.dialogue();
        Optional<String> answered = ticketOf(said.answered());
        if (answered.isPresent()) {
            replies.reply(visit, answered.get(), kept);
        } else if (belongsToAlbum(kept, dialogue)) {
            // The first file of the album said where all of them belong.
            files.add(visit.talk().update(), visit.talk().chat(), kept.file(), dialogue.ticket());
        } else if (dialogue.step() == Step.REPLY) {
            replies.reply(visit, dialogue.ticket(), kept);
        } else if (dialogue.step().isOfRequest()) {
            newRequest.said(visit, kept);
        } else {
            offer.make(visit, kept);
        }
    }

    private void command(Visit visit, Command command, String text) {
        switch (command) {
            case START -> {
                Optional<String> code = Linking.code(Command.argumentOf(text));
                if (code.isPresent()) {
                    linking.link(visit.talk(), code.get());
                } else {
                    menu.show(visit);
                }
            }
            case MENU -> menu.show(visit);
            case NEW -> newRequest.begin(visit);
            case TICKETS -> ownRequests.list(visit);
            case HELP -> menu.help(visit);
            case LANGUAGE -> menu.offerLanguages(visit);
            case UNLINK -> menu.askWhetherToUnlink(visit);
            case CANCEL -> presses.cancel(visit);
        }
    }

    private static boolean belongsToAlbum(Said said, Dialogue dialogue) {
        return said.album() != null
                && said.album().equals(dialogue.album())
                && said.text().isEmpty();
    }

    /** What was said without a file that is too large, which is refused at once; null when nothing else was said. */
    private static Said withoutTooLargeFile(Visit visit, Said said) {
        if (said.file() == null || said.file().size() <= Attachments.MAXIMUM_SIZE) {
            return said;
        }
        visit.talk()
                .say(
                        "telegram.file-too-large",
                        Line.of(said.file().name(), 80),
                        Attachments.MAXIMUM_SIZE / 1024 / 1024);
        return said.text().isEmpty()
                ? null
                : new Said(said.chat(), said.language(), said.text(), null, null, said.answered());
    }

    /** The one ticket that a message of ours is about; a list of several is about none. */
    private static Optional<String> ticketOf(String answered) {
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(answered == null ? "" : answered);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers.size() == 1 ? numbers.stream().findFirst() : Optional.empty();
    }
}
