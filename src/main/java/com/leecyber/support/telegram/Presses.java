package com.leecyber.support.telegram;

import com.leecyber.support.telegram.Dialogue.Step;
import java.util.Optional;

/** Pressed buttons. Those of a draft carry its name, so that one that scrolled by long ago does no harm. */
@BotComponent
class Presses {

    static final String OLD_BUTTON = "telegram.old-button";

    private final Menu menu;
    private final NewRequest newRequest;
    private final Questions questions;
    private final OwnRequests ownRequests;
    private final Replies replies;
    private final Offer offer;

    Presses(
            Menu menu,
            NewRequest newRequest,
            Questions questions,
            OwnRequests ownRequests,
            Replies replies,
            Offer offer) {
        this.menu = menu;
        this.newRequest = newRequest;
        this.questions = questions;
        this.ownRequests = ownRequests;
        this.replies = replies;
        this.offer = offer;
    }

    /**
     * Does what a button means.
     *
     * @return the key of the word that the press is answered with; empty for none
     */
    Optional<String> press(Visit visit, String button) {
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

    /** Leaves what is being written; always true, because there is nothing that it could not leave. */
    boolean cancel(Visit visit) {
        if (visit.dialogue().step() == Step.REPLY && visit.dialogue().hasDraft()) {
            replies.leave(visit);
        } else {
            menu.cancel(visit);
        }
        return true;
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
}
