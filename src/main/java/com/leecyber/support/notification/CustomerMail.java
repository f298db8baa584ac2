package com.leecyber.support.notification;

import com.leecyber.support.customer.ContactChannel;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Ticket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is said to a ticket's customer, by mail or in their chat, with the values that every such text can use. */
@Component
class CustomerMail {

    private final Customers customers;
    private final Outbox outbox;
    private final AnswerBudget budget;
    private final ObjectProvider<ChatBot> bot;
    private final NotificationSettings settings;

    CustomerMail(
            Customers customers,
            Outbox outbox,
            AnswerBudget budget,
            ObjectProvider<ChatBot> bot,
            NotificationSettings settings) {
        this.customers = customers;
        this.outbox = outbox;
        this.budget = budget;
        this.bot = bot;
        this.settings = settings;
    }

    /**
     * Queues it.
     *
     * @param clause the regulation's clause behind it, or null
     * @param more the values of the kind, written for that customer
     * @return whether this call queued it
     */
    boolean put(
            NotificationKind kind,
            Ticket ticket,
            Object sequence,
            String clause,
            Function<Customer, Map<String, String>> more) {
        Customer customer = customers.findById(ticket.customerId()).orElseThrow();
        return put(kind, ticket, sequence, clause, customer, customer.preferredChannel(), more.apply(customer));
    }

    /** Queues it to where the customer has just written, whatever they prefer. */
    boolean answer(
            NotificationKind kind,
            Ticket ticket,
            Object sequence,
            String clause,
            ContactChannel where,
            Map<String, String> more) {
        Customer customer = customers.findById(ticket.customerId()).orElseThrow();
        return put(kind, ticket, sequence, clause, customer, where, more);
    }

    private boolean put(
            NotificationKind kind,
            Ticket ticket,
            Object sequence,
            String clause,
            Customer customer,
            ContactChannel where,
            Map<String, String> more) {
        if (kind.isReceipt() && ticket.channel() == Channel.EMAIL && !budget.allows(customer.email())) {
            return false;
        }
        Map<String, String> values = new HashMap<>(Map.of(
                "number", ticket.number(),
                "subject", OneLine.of(ticket.subject()),
                "customer", OneLine.of(customer.name()),
                "panel", settings.panelOf(ticket.number())));
        values.putAll(more);
        Long chat = where == ContactChannel.TELEGRAM ? chatOf(customer).orElse(null) : null;
        return outbox.put(new Notification(
                ticket.number(),
                kind,
                sequence.toString(),
                customer.email(),
                chat,
                customer.language(),
                clause,
                values));
    }

    /** Whether there is a chat in which the ticket's customer can be answered. */
    boolean reachesChatOf(Ticket ticket) {
        return customers.findById(ticket.customerId()).flatMap(this::chatOf).isPresent();
    }

    private Optional<Long> chatOf(Customer customer) {
        return bot.getIfAvailable() == null ? Optional.empty() : customer.chat();
    }
}
