package com.leecyber.support.telegram;

import com.leecyber.support.telegram.Buttons.Button;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.TicketType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a request is asked for, one thing at a time (R5.1); a choice can be pressed or typed. */
@BotComponent
class Questions {

    static final String TYPE = "type";
    static final String SERVICE = "service";
    static final String DONE = "done";
    static final String SEND = "send";

    private static final int SHOWN_DESCRIPTION = 2000;

    private final SentFiles files;
    private final ServiceCatalogue catalogue;
    private final Words words;

    Questions(SentFiles files, ServiceCatalogue catalogue, Words words) {
        this.files = files;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** Asks what the step at which the request stands needs. */
    void ask(Visit visit) {
        Talk talk = visit.talk();
        Dialogue dialogue = visit.dialogue();
        switch (dialogue.step()) {
            case TYPE -> talk.ask(withCancel(visit, types(talk, dialogue.draft())), "telegram.ask.type");
            case SERVICE -> talk.ask(withCancel(visit, services(talk, dialogue.draft())), "telegram.ask.service");
            case SUBJECT -> talk.ask(withCancel(visit, List.of()), "telegram.ask.subject");
            case DESCRIPTION -> talk.ask(withCancel(visit, List.of()), "telegram.ask.description");
            case FILES ->
                talk.ask(
                        withCancel(visit, List.of(talk.button(DONE + ":" + dialogue.draft(), "telegram.button.done"))),
                        "telegram.ask.files",
                        files.ofDraft(talk.chat()));
            default ->
                talk.ask(
                        withCancel(visit, List.of(talk.button(SEND + ":" + dialogue.draft(), "telegram.button.send"))),
                        "telegram.summary",
                        words.label(talk.language(), dialogue.type()),
                        label(talk, dialogue.service()),
                        dialogue.subject(),
                        shortened(dialogue.description()),
                        files.ofDraft(talk.chat()));
        }
    }

    /** The type whose name was typed. */
    Optional<TicketType> typeCalled(Visit visit, String text) {
        return Arrays.stream(TicketType.values())
                .filter(type -> words.label(visit.talk().language(), type).equalsIgnoreCase(text))
                .findFirst();
    }

    /** The service whose name was typed. */
    Optional<ServiceCatalogue.Service> serviceCalled(Visit visit, String text) {
        return catalogue.services().stream()
                .filter(service -> service.label(visit.talk().language()).equalsIgnoreCase(text))
                .findFirst();
    }

    private List<Button> types(Talk talk, long draft) {
        return Arrays.stream(TicketType.values())
                .map(type -> new Button(words.label(talk.language(), type), TYPE + ":" + type + ":" + draft))
                .toList();
    }

    private List<Button> services(Talk talk, long draft) {
        return catalogue.services().stream()
                .map(service ->
                        new Button(service.label(talk.language()), SERVICE + ":" + service.code() + ":" + draft))
                .toList();
    }

    private static Buttons withCancel(Visit visit, List<Button> buttons) {
        return Buttons.below(buttons.toArray(Button[]::new))
                .and(visit.talk().button(Menu.CANCEL + ":" + visit.dialogue().draft(), "telegram.button.cancel"));
    }

    private String label(Talk talk, String service) {
        return catalogue
                .find(service)
                .map(found -> found.label(talk.language()))
                .orElse(service);
    }

    private static String shortened(String text) {
        if (text.length() <= SHOWN_DESCRIPTION) {
            return text;
        }
        int end = text.offsetByCodePoints(0, text.codePointCount(0, SHOWN_DESCRIPTION) - 1);
        return text.substring(0, end) + "…";
    }
}
