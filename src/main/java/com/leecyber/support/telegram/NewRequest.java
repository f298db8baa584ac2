package com.leecyber.support.telegram;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Licensing;
import com.leecyber.support.telegram.Dialogue.Step;
import com.leecyber.support.telegram.Update.Said;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import java.util.Arrays;
import java.util.Optional;

/** Asks for a request step by step (R5.1) and registers it; nothing typed is lost until it is sent or cancelled. */
@BotComponent
class NewRequest {

    private final Dialogues dialogues;
    private final SentFiles files;
    private final ServiceCatalogue catalogue;
    private final Registration registration;
    private final Licensing licensing;
    private final Questions questions;
    private final RequestCheck check;
    private final Menu menu;
    private final Words words;

    NewRequest(
            Dialogues dialogues,
            SentFiles files,
            ServiceCatalogue catalogue,
            Registration registration,
            Licensing licensing,
            Questions questions,
            RequestCheck check,
            Menu menu,
            Words words) {
        this.dialogues = dialogues;
        this.files = files;
        this.catalogue = catalogue;
        this.registration = registration;
        this.licensing = licensing;
        this.questions = questions;
        this.check = check;
        this.menu = menu;
        this.words = words;
    }

    /** Begins a request, or goes on with the one that is not sent yet. */
    void begin(Visit visit) {
        Dialogue dialogue = visit.dialogue();
        if (dialogue.step().isOfRequest()) {
            visit.talk().say("telegram.unfinished");
            questions.ask(visit);
        } else if (dialogue.hasDraft()) {
            goOn(visit, dialogue.asking());
        } else {
            Talk talk = visit.talk();
            goOn(
                    visit,
                    Dialogue.fresh(talk.chat(), visit.customer().id(), talk.update())
                            .asking());
        }
    }

    /** A button of the request that is being written; false when it is not its turn. */
    boolean act(Visit visit, String button, String argument) {
        Dialogue dialogue = visit.dialogue();
        Step step = dialogue.step();
        if (button.equals(Questions.TYPE) && step == Step.TYPE) {
            return choose(visit, type(argument));
        }
        if (button.equals(Questions.SERVICE)
                && step == Step.SERVICE
                && catalogue.find(argument).isPresent()) {
            goOn(visit, dialogue.about(argument).asking());
            return true;
        }
        if (button.equals(Questions.DONE) && step == Step.FILES) {
            goOn(visit, dialogue.at(Step.SUMMARY));
            return true;
        }
        if (button.equals(Questions.SEND) && step == Step.SUMMARY) {
            send(visit);
            return true;
        }
        return false;
    }

    /** What was typed or sent while the request is being written. */
    void said(Visit visit, Said said) {
        Visit current = said.file() == null ? visit : keep(visit, said);
        Dialogue dialogue = current.dialogue();
        String text = said.text();
        if (text.isEmpty()) {
            questions.ask(current);
            return;
        }
        switch (dialogue.step()) {
            case TYPE -> {
                if (!choose(current, questions.typeCalled(current, text))) {
                    aside(current, text);
                }
            }
            case SERVICE ->
                questions
                        .serviceCalled(current, text)
                        .ifPresentOrElse(
                                service -> goOn(
                                        current, dialogue.about(service.code()).asking()),
                                () -> aside(current, text));
            case SUBJECT -> title(current, text);
            default -> describe(current, text);
        }
    }

    private void goOn(Visit visit, Dialogue next) {
        dialogues.save(next);
        questions.ask(visit.with(next));
    }

    private boolean choose(Visit visit, Optional<TicketType> type) {
        type.ifPresent(chosen -> goOn(visit, visit.dialogue().ofType(chosen).asking()));
        return type.isPresent();
    }

    private Visit keep(Visit visit, Said said) {
        Talk talk = visit.talk();
        files.add(talk.update(), talk.chat(), said.file(), null);
        Dialogue kept = visit.dialogue().within(said.album()).answering(null);
        dialogues.save(kept);
        return visit.with(kept);
    }

    /** Typed where a button was to be pressed: kept for the description, and asked again. */
    private void aside(Visit visit, String text) {
        Dialogue dialogue = visit.dialogue();
        check.description(visit, dialogue.descriptionWith(text)).ifPresent(accepted -> {
            visit.talk().say("telegram.kept-as-description");
            goOn(visit, dialogue.describing(accepted));
        });
    }

    private void title(Visit visit, String text) {
        Dialogue dialogue = visit.dialogue();
        if (dialogue.description() == null && check.isNoSubject(visit, text)) {
            // Whoever begins with the whole story need not type it again.
            check.description(visit, text).ifPresent(accepted -> {
                visit.talk().say("telegram.kept-as-description");
                goOn(visit, dialogue.describing(accepted));
            });
        } else {
            check.subject(visit, text)
                    .ifPresent(accepted -> goOn(visit, dialogue.titled(accepted).asking()));
        }
    }

    private void describe(Visit visit, String text) {
        Dialogue dialogue = visit.dialogue();
        check.description(visit, dialogue.descriptionWith(text)).ifPresent(accepted -> {
            if (dialogue.description() != null) {
                visit.talk().say("telegram.kept-as-description");
            }
            goOn(
                    visit,
                    dialogue.describing(accepted)
                            .at(dialogue.step() == Step.DESCRIPTION ? Step.FILES : dialogue.step()));
        });
    }

    private void send(Visit visit) {
        Talk talk = visit.talk();
        Customer customer = visit.customer();
        Dialogue dialogue = visit.dialogue();
        if (catalogue.find(dialogue.service()).isEmpty()) {
            // The catalogue has changed since it was chosen.
            goOn(visit, dialogue.about(null).asking());
            return;
        }
        Ticket ticket = registration.register(new NewTicket(
                customer.id(),
                Channel.TELEGRAM,
                dialogue.type(),
                dialogue.service(),
                dialogue.subject(),
                dialogue.description(),
                null,
                null,
                null,
                null,
                null));
        files.giveTo(ticket.number(), talk.chat());
        dialogues.save(Dialogue.fresh(talk.chat(), customer.id(), talk.update())
                .answering(ticket.number())
                .within(dialogue.album()));
        if (licensing.check(customer.id(), ticket.registeredAt()).valid()) {
            talk.ask(
                    menu.buttons(talk),
                    "telegram.registered",
                    ticket.number(),
                    words.moment(talk.language(), ticket.responseDueAt().orElseThrow()));
        } else {
            talk.ask(menu.buttons(talk), "telegram.registered-without-licence", ticket.number());
        }
    }

    private static Optional<TicketType> type(String name) {
        return Arrays.stream(TicketType.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }
}
