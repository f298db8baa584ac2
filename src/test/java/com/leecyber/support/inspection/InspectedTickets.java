package com.leecyber.support.inspection;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets to be searched for: registered by the desk, and closed with whatever figures a test needs. */
class InspectedTickets {

    private final Registration registration;
    private final Customers customers;
    private final JdbcClient database;

    InspectedTickets(Registration registration, Customers customers, JdbcClient database) {
        this.registration = registration;
        this.customers = customers;
        this.database = database;
    }

    /** A customer with a name that nobody else has. */
    Customer customer(String name) {
        // Begins with a letter: digits alone would be a customer's id.
        String unique = name + " x" + UUID.randomUUID().toString().substring(0, 8);
        return customers.save(new Customer(
                unique, UUID.randomUUID() + "@inspected.example", Locale.forLanguageTag("ru"), Instant.EPOCH));
    }

    Ticket open(Customer customer, Channel channel, TicketType type, String subject) {
        return registration.register(new NewTicket(
                customer.id(), channel, type, "docs", subject, "Описание", "Шаги", "Ждали", "Вышло", null, null));
    }

    Ticket open(Customer customer) {
        return open(customer, Channel.PANEL, TicketType.PROBLEM, "Не открывается документ");
    }

    /** The same, closed as solved in time, with nothing special about it. */
    Ticket closed(Customer customer) {
        return close(open(customer));
    }

    Ticket close(Ticket ticket) {
        end(ticket, "SOLVED");
        database.sql("insert into closed_ticket (ticket_id, number, customer_id, channel, type, service, priority,"
                        + " closing_reason, registered_at, closed_at, registered_day, closed_day, resolution_seconds,"
                        + " waited_seconds, resolution_step, worked_step, steps_counted, window_seconds,"
                        + " window_clause, response_due_at, response_verdict, broken, escalated, moved_to_panel, agents,"
                        + " clauses, computed_by, computed_at) select id, number, customer_id, channel, type, service,"
                        + " priority, closing_reason, registered_at, closed_at, registered_at::date, closed_at::date, 3600, 0, 0, 0,"
                        + " true, 21600, 'R3.2', response_due_at,"
                        + " 'MET', '{}', false, false, '{}', array['R5.1'], 1, closed_at from ticket where id = :id")
                .param("id", ticket.id())
                .update();
        return ticket;
    }

    /** Closed, and its figures are yet to be computed. */
    Ticket due(Customer customer) {
        Ticket ticket = open(customer);
        end(ticket, "SOLVED");
        database.sql("insert into closed_ticket_due (ticket_id) values (:id)")
                .param("id", ticket.id())
                .update();
        return ticket;
    }

    private void end(Ticket ticket, String reason) {
        database.sql("update ticket set status = 'CLOSED', closing_reason = :reason, closed_at = registered_at +"
                        + " interval '1 hour', priority = coalesce(priority, 'P3') where id = :id")
                .param("reason", reason)
                .param("id", ticket.id())
                .update();
    }

    /** Sets a figure of a closed ticket, written as SQL writes it. */
    void set(Ticket ticket, String column, String value) {
        database.sql("update closed_ticket set " + column + " = " + value + " where ticket_id = :id")
                .param("id", ticket.id())
                .update();
    }

    /** Moves a ticket to another time, closed ones an hour later. */
    void registered(Ticket ticket, Instant moment) {
        database.sql("update ticket set registered_at = :at, closed_at = case when closed_at is null then null else"
                        + " cast(:at as timestamptz) + interval '1 hour' end where id = :id")
                .param("at", moment.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", ticket.id())
                .update();
        database.sql("update closed_ticket c set registered_at = t.registered_at, closed_at = t.closed_at from ticket t"
                        + " where t.id = c.ticket_id and c.ticket_id = :id")
                .param("id", ticket.id())
                .update();
    }
}
