package com.leecyber.support.notification;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.Ticket;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** A mail to a ticket's customer, with the values that every such mail can use. */
@Component
class CustomerMail {

    private final Customers customers;
    private final Outbox outbox;
    private final NotificationSettings settings;

    CustomerMail(Customers customers, Outbox outbox, NotificationSettings settings) {
        this.customers = customers;
        this.outbox = outbox;
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
        Map<String, String> values = new HashMap<>(Map.of(
                "number", ticket.number(),
                "subject", OneLine.of(ticket.subject()),
                "customer", OneLine.of(customer.name()),
                "panel", settings.panelOf(ticket.number())));
        values.putAll(more.apply(customer));
        return outbox.put(new Notification(
                ticket.number(), kind, sequence.toString(), customer.email(), customer.language(), clause, values));
    }
}
