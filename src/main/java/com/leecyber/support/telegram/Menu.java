package com.leecyber.support.telegram;

import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.telegram.Buttons.Button;
import com.leecyber.support.telegram.Dialogue.Step;
import java.util.Locale;

/** What a customer can do at any time. */
@BotComponent
class Menu {

    static final String SHOW = "menu";
    static final String NEW = "new";
    static final String MINE = "mine";
    static final String HELP = "help";
    static final String LANGUAGE = "language";
    static final String UNLINK = "unlink";
    static final String CANCEL = "cancel";

    private final Dialogues dialogues;
    private final SentFiles files;
    private final ContactDetails contacts;

    Menu(Dialogues dialogues, SentFiles files, ContactDetails contacts) {
        this.dialogues = dialogues;
        this.files = files;
        this.contacts = contacts;
    }

    Buttons buttons(Talk talk) {
        return Buttons.below(
                talk.button(NEW, "telegram.button.new"),
                talk.button(MINE, "telegram.button.mine"),
                talk.button(HELP, "telegram.button.help"));
    }

    void show(Visit visit) {
        visit.talk()
                .ask(buttons(visit.talk()), "telegram.menu", visit.customer().name());
    }

    void help(Visit visit) {
        visit.talk().ask(buttons(visit.talk()), "telegram.help");
    }

    /** Drops what was being written; tickets stay as they are. */
    void cancel(Visit visit) {
        boolean nothing = visit.dialogue().step() == Step.MENU;
        forget(visit);
        visit.talk().ask(buttons(visit.talk()), nothing ? "telegram.nothing-to-cancel" : "telegram.cancelled");
    }

    void offerLanguages(Visit visit) {
        visit.talk()
                .ask(
                        Buttons.below(new Button("Русский", LANGUAGE + ":ru"), new Button("English", LANGUAGE + ":en")),
                        "telegram.language");
    }

    /** From now on everything the desk writes to this customer is in that language. */
    void speak(Visit visit, String language) {
        Locale chosen = "en".equals(language) ? Locale.ENGLISH : Locale.forLanguageTag("ru");
        contacts.prefer(visit.customer().id(), visit.customer().preferredChannel(), chosen);
        Talk talk = visit.talk().in(chosen);
        talk.ask(buttons(talk), "telegram.language-chosen");
    }

    void askWhetherToUnlink(Visit visit) {
        Talk talk = visit.talk();
        talk.ask(
                Buttons.below(
                        talk.button(UNLINK + ":yes", "telegram.button.unlink"),
                        talk.button(SHOW, "telegram.button.stay")),
                "telegram.unlink");
    }

    void unlink(Visit visit) {
        forget(visit);
        contacts.unlinkChat(visit.talk().chat());
        visit.talk().say("telegram.unlinked-now", visit.customer().email());
    }

    private void forget(Visit visit) {
        dialogues.end(visit.talk().chat());
        files.dropDraft(visit.talk().chat());
    }
}
