package com.leecyber.support.erasure;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.customer.Licensing;
import com.leecyber.support.ticket.InvalidInput;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers for an administrator, and counts what the desk holds of them. */
@Component
@Transactional(readOnly = true)
class Subjects {

    private static final int SHOWN = 10;

    private static final String OPEN = "select number from ticket where customer_id = :customer and status <> 'CLOSED'"
            + " order by id limit :most";

    private static final String AMOUNTS = "with theirs as materialized (select id, number from ticket"
            + " where customer_id = :customer) select (select count(*) from theirs) as tickets,"
            + " (select count(*) from message where ticket_id in (select id from theirs)) as messages,"
            + " (select count(*) from attachment where ticket_id in (select id from theirs)) as files,"
            + " (select count(*) from inbound_mail where emptied_at is null and (ticket in (select number from theirs)))"
            + " + (select count(*) from inbound_mail where emptied_at is null and lower(sender) = lower(:email)"
            + " and (ticket is null or ticket not in (select number from theirs))) as mails,"
            + " (select count(*) from outbox where ticket in (select number from theirs))"
            + " + (select count(*) from outbox where recipient = :email"
            + " and (ticket is null or ticket not in (select number from theirs))) as notifications";

    private final Customers customers;
    private final Licensing licensing;
    private final Erasures erasures;
    private final JdbcClient database;
    private final Clock clock;

    Subjects(Customers customers, Licensing licensing, Erasures erasures, JdbcClient database, Clock clock) {
        this.customers = customers;
        this.licensing = licensing;
        this.erasures = erasures;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The id of the customer with that number or address.
     *
     * @throws InvalidInput when nothing was typed, or nobody has it
     */
    long idOf(String typed) {
        String sought = typed == null ? "" : typed.strip();
        if (sought.isEmpty()) {
            throw new InvalidInput("sought", "erasure.error.sought");
        }
        Optional<Customer> found = sought.matches("\\d{1,18}")
                ? customers.findById(Long.valueOf(sought))
                : customers.findByEmailIgnoreCase(sought);
        return found.map(Customer::id)
                .orElseThrow(() -> new InvalidInput("sought", "erasure.error.nobody", shortened(sought)));
    }

    /** Empty when there is no such customer. */
    Optional<Subject> find(long id) {
        return customers.findById(id).map(this::subject);
    }

    /** Numbers of tickets on which somebody still works. */
    List<String> open(long customer) {
        return database.sql(OPEN)
                .param("customer", customer)
                .param("most", SHOWN)
                .query(String.class)
                .list();
    }

    private Subject subject(Customer customer) {
        boolean signsIn = database.sql("select provider is not null from customer where id = ?")
                .param(customer.id())
                .query(Boolean.class)
                .single();
        return new Subject(
                customer.id(),
                customer.name(),
                customer.email(),
                customer.chat().isPresent(),
                signsIn,
                amounts(customer),
                open(customer.id()),
                licensing
                        .validUntil(customer.id(), clock.instant())
                        .filter(clock.instant()::isBefore)
                        .orElse(null),
                erasures.ofCustomer(customer.id()).orElse(null));
    }

    private Amounts amounts(Customer customer) {
        return database.sql(AMOUNTS)
                .param("customer", customer.id())
                .param("email", customer.email())
                .query(Amounts.class)
                .single();
    }

    private static String shortened(String typed) {
        return typed.length() > 254 ? typed.substring(0, 254) + "…" : typed;
    }
}
