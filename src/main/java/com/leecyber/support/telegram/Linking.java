package com.leecyber.support.telegram;

import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.telegram.Update.Personal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links a chat to a customer by the one-time code from the panel, and by nothing else. */
@BotComponent
class Linking {

    /** As the panel shows it; people also type it in groups, or small. */
    private static final Pattern CODE = Pattern.compile("[A-HJ-NP-Z2-9]{10}");

    private final ContactDetails contacts;
    private final WrongCodes wrongCodes;
    private final Menu menu;
    private final Clock clock;

    Linking(ContactDetails contacts, WrongCodes wrongCodes, Menu menu, Clock clock) {
        this.contacts = contacts;
        this.wrongCodes = wrongCodes;
        this.menu = menu;
        this.clock = clock;
    }

    /** Somebody whom the desk does not know: tries the code if they said one, else tells where to get it. */
    void meet(Talk talk, Personal update) {
        Optional<String> code =
                update instanceof Update.Said said ? code(Command.argumentOf(said.text())) : Optional.empty();
        if (code.isPresent()) {
            link(talk, code.get());
        } else if (update instanceof Update.ContactShared) {
            hint(talk, "telegram.contact-proves-nothing");
        } else {
            hint(talk, "telegram.unlinked");
        }
    }

    /** The code that a text is, if it looks like one at all. */
    static Optional<String> code(String text) {
        String code = text.replaceAll("[\\s-]+", "").toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    /** Links the chat if the code is good; guessing ends after a few wrong ones. */
    void link(Talk talk, String code) {
        if (wrongCodes.areTooMany(talk.chat())) {
            talk.sayOnce("wait:" + clock.instant().truncatedTo(ChronoUnit.HOURS), "telegram.too-many-codes");
            return;
        }
        Optional<Customer> customer = contacts.linkChat(talk.chat(), code);
        if (customer.isPresent()) {
            Talk own = talk.in(customer.get().language());
            own.ask(menu.buttons(own), "telegram.linked", customer.get().name());
        } else {
            wrongCodes.add(talk.chat());
            talk.say("telegram.wrong-code");
        }
    }

    /** At most once a minute: a stranger's flood must not use up what the bot may say to customers. */
    private void hint(Talk talk, String key) {
        talk.sayOnce(key + ":" + clock.instant().truncatedTo(ChronoUnit.MINUTES), key);
    }
}
