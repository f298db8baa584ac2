package com.leecyber.support.customer;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How customers are known and reached: by the control panel's account, by mail, in a chat. */
@Service
@Transactional
public class ContactDetails {

    private final Customers customers;
    private final ChatCodes codes;
    private final Clock clock;

    ContactDetails(Customers customers, ChatCodes codes, Clock clock) {
        this.customers = customers;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The customer whom the control panel's sign-in means: whoever signed in as that subject before, else whoever has the
     * address, else a new one. The control panel is the vendor's own, so whoever has an account there may ask; whether
     * support is owed the licence tells (R1.4).
     *
     * @param email verified by the provider
     */
    public Customer admit(String provider, String subject, String email, String name, Locale language) {
        return customers.findByProviderAndSubject(provider, subject).orElseGet(() -> {
            Customer customer = customers
                    .findByEmailIgnoreCase(email)
                    .orElseGet(() -> customers.save(new Customer(name, email, language, clock.instant())));
            customer.isKnownAs(provider, subject);
            return customers.save(customer);
        });
    }

    /** Where the desk writes to first, and in which language. */
    public void prefer(long customerId, ContactChannel channel, Locale language) {
        Customer customer = customers.findById(customerId).orElseThrow();
        customer.prefer(channel, language);
        customers.save(customer);
    }

    /** A code that links the chat in which it is said to this customer: once, for a quarter of an hour. */
    public String chatCode(long customerId) {
        return codes.create(customerId);
    }

    /**
     * Links a chat to the customer whose code was said there; the chat's former owner, if any, loses it.
     *
     * @return empty when the code is unknown, used or too old
     */
    public Optional<Customer> linkChat(long chat, String code) {
        return codes.redeem(code).map(customerId -> {
            unlinkChat(chat);
            Customer customer = customers.findById(customerId).orElseThrow();
            customer.link(chat);
            return customers.save(customer);
        });
    }

    /** The chat is nobody's any more: its owner left it, blocked the bot, or asked for it in the panel. */
    public void unlinkChat(long chat) {
        customers.findByChatId(chat).ifPresent(customer -> {
            customer.unlink();
            customers.saveAndFlush(customer);
        });
    }

    /**
     * Forgets who a customer is and how they were reached; what is the customer's own keeps its id.
     *
     * @return whom it was, as they were known until now; empty when there is no such customer, or nothing left to forget
     */
    public Optional<Known> forget(long customerId) {
        return customers
                .findLocked(customerId)
                .filter(known -> !known.isErased())
                .map(customer -> {
                    Known known = new Known(customer.name(), customer.email(), customer.chat());
                    customer.erase(clock.instant());
                    customers.saveAndFlush(customer);
                    codes.forget(customerId);
                    return known;
                });
    }

    /** Whom the desk knew, and how they were reached. */
    public record Known(String name, String email, Optional<Long> chat) {}
}
