package com.leecyber.support.telegram;

import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.notification.ChatMessages;
import com.leecyber.support.telegram.Update.Personal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks who it is: a customer is served, anybody else learns how to become known. */
@BotComponent
class Reception {

    private final Customers customers;
    private final ContactDetails contacts;
    private final Linking linking;
    private final Counter counter;
    private final Dialogues dialogues;
    private final SentFiles files;
    private final ChatMessages outbox;
    private final Words words;

    Reception(
            Customers customers,
            ContactDetails contacts,
            Linking linking,
            Counter counter,
            Dialogues dialogues,
            SentFiles files,
            ChatMessages outbox,
            Words words) {
        this.customers = customers;
        this.contacts = contacts;
        this.linking = linking;
        this.counter = counter;
        this.dialogues = dialogues;
        this.files = files;
        this.outbox = outbox;
        this.words = words;
    }

    /** A button that was pressed, and the word that Telegram shows for a moment; null for none. */
    record Press(String callback, String word) {}

    /**
     * Does everything that an update means, in the caller's transaction.
     *
     * @return the button that was pressed, to be answered after the commit
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Press> receive(long number, Update update) {
        if (update instanceof Update.Left left) {
            contacts.unlinkChat(left.chat());
            forget(left.chat());
            return Optional.empty();
        }
        if (update instanceof Personal personal) {
            return receive(number, personal);
        }
        return Optional.empty();
    }

    private Optional<Press> receive(long number, Personal update) {
        Optional<Customer> customer = customers.findByChatId(update.chat());
        Locale language = customer.map(Customer::language).orElse(update.language());
        Talk talk = new Talk(outbox, words, number, update.chat(), language);
        if (customer.isEmpty()) {
            linking.meet(talk, update);
            return pressed(update, Optional.of(Presses.OLD_BUTTON), talk);
        }
        return pressed(update, counter.serve(visit(talk, customer.get()), update), talk);
    }

    private Visit visit(Talk talk, Customer customer) {
        Optional<Dialogue> earlier = dialogues.find(talk.chat());
        if (earlier.isPresent() && earlier.get().customerId() != customer.id()) {
            // Somebody else's draft: the chat was linked anew since.
            forget(talk.chat());
            earlier = Optional.empty();
        }
        return new Visit(
                talk, customer, earlier.orElseGet(() -> Dialogue.fresh(talk.chat(), customer.id(), talk.update())));
    }

    private void forget(long chat) {
        dialogues.end(chat);
        files.dropDraft(chat);
    }

    private static Optional<Press> pressed(Update update, Optional<String> word, Talk talk) {
        return update instanceof Update.Pressed pressed
                ? Optional.of(
                        new Press(pressed.callback(), word.map(talk::words).orElse(null)))
                : Optional.empty();
    }
}
