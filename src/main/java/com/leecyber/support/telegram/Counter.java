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

/** Serves a customer: whatever comes is a command, a button, or belongs to the step at which the conversation stands. */
@BotComponent
class Counter {

    private static final String OLD_BUTTON = "telegram.old-button";
    private static final Pattern NUMBER = Pattern.compile("SD-\\d{4}-\\d{6,}");

    private final Menu menu;
    private final Linking linking;
    private final NewRequest newRequest;
    private final Questions questions;
    private final OwnRequests ownRequests;
    private final Replies replies;
    private final Offer offer;
    private final SentFiles files;

    Counter(
            Menu menu,
            Linking linking,
            NewRequest newRequest,
            Questions questions,
            OwnRequests ownRequests,
            Replies replies,
            Offer offer,
            SentFiles files) {
        this.menu = menu;
        this.linking = linking;
        this.newRequest = newRequest;
        this.questions = questions;
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
            return press(visit, pressed.button());
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
            case CANCEL -> cancel(visit);
        }
    }

    private Optional<String> press(Visit visit, String button) {
        if (act(visit, button.split(":"))) {
            return Optional.empty();
        }
        // An old button must not seem dead: it says so, and what is asked now is asked again.
        visit.talk().say(OLD_BUTTON);
        resume(visit);
        return Optional.of(OLD_BUTTON);
    }

    /** Whether the button still means something. */
    private boolean act(Visit visit, String[] button) {
        String argument = button.length > 1 ? button[1] : "";
        switch (button[0]) {
            case Menu.NEW -> newRequest.begin(visit);
            case Menu.MINE -> ownRequests.list(visit);
            case Menu.HELP -> menu.help(visit);
            case Menu.SHOW -> menu.show(visit);
            case Menu.LANGUAGE -> menu.speak(visit, argument);
            case Menu.UNLINK -> menu.unlink(visit);
            case OwnRequests.SHOW -> ownRequests.show(visit, argument);
            case Replies.REPLY -> replies.prepare(visit, argument);
            default -> {
                return isOfCurrentDraft(visit, button)
                        && (button[0].equals(Menu.CANCEL) && cancel(visit)
                                || offer.act(visit, button[0], argument)
                                || newRequest.act(visit, button[0], argument));
            }
        }
        return true;
    }

    private static boolean isOfCurrentDraft(Visit visit, String[] button) {
        return button[button.length - 1].equals(String.valueOf(visit.dialogue().draft()));
    }

    /** Always true: there is nothing that it could not leave. */
    private boolean cancel(Visit visit) {
        if (visit.dialogue().step() == Step.REPLY && visit.dialogue().hasDraft()) {
            replies.leave(visit);
        } else {
            menu.cancel(visit);
        }
        return true;
    }

    private static boolean belongsToAlbum(Said said, Dialogue dialogue) {
        return said.album() != null
                && said.album().equals(dialogue.album())
                && said.text().isEmpty();
    }

    private void resume(Visit visit) {
        Step step = visit.dialogue().step();
        if (step.isOfRequest()) {
            questions.ask(visit);
        } else if (step == Step.REPLY) {
            replies.ask(visit);
        } else if (step == Step.OFFER) {
            offer.ask(visit);
        } else {
            menu.show(visit);
        }
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
