package com.leecyber.support.incident;

import com.leecyber.support.incident.LinkedTicket.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the page of an incident shows of its tickets. */
@Component
@Transactional(readOnly = true)
class IncidentOverview {

    private final JdbcClient database;

    IncidentOverview(JdbcClient database) {
        this.database = database;
    }

    /** A ticket of the incident. */
    record Row(long id, String number, String subject, String customer, State state, String by, Instant since) {}

    /** A ticket whose next step failed, and when it is tried again. */
    record Trouble(String number, int attempts, Instant next, String error) {}

    /** What a customer wrote on a ticket while it waits: nobody has a task that would show it. */
    record Said(String number, String customer, Instant at, String text) {}

    /** Its tickets older than a place in the list, the latest first. */
    List<Row> tickets(String incident, long before, int most) {
        return database.sql("select link.ticket_id, link.number, ticket.subject, customer.name, link.state,"
                        + " link.linked_by, link.linked_at from incident_ticket link"
                        + " join ticket on ticket.id = link.ticket_id join customer on customer.id = link.customer_id"
                        + " where link.incident = :incident and link.ticket_id < :before"
                        + " order by link.ticket_id desc limit :most")
                .param("incident", incident)
                .param("before", before)
                .param("most", most)
                .query((row, at) -> new Row(
                        row.getLong("ticket_id"),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("name"),
                        State.valueOf(row.getString("state")),
                        row.getString("linked_by"),
                        instant(row, "linked_at")))
                .list();
    }

    List<Trouble> troubles(String incident, int most) {
        return database.sql("select number, attempts, next_attempt_at, last_error from incident_ticket"
                        + " where incident = :incident and state in ('LINKING', 'LINKED') and last_error is not null"
                        + " order by ticket_id limit :most")
                .param("incident", incident)
                .param("most", most)
                .query((row, at) -> new Trouble(
                        row.getString("number"),
                        row.getInt("attempts"),
                        instant(row, "next_attempt_at"),
                        row.getString("last_error")))
                .list();
    }

    /** The latest first. */
    List<Said> said(String incident, int most) {
        return database.sql("select link.number, message.author, message.written_at, message.text"
                        + " from incident_ticket link join message on message.ticket_id = link.ticket_id"
                        + " and message.author_kind = 'CUSTOMER' and message.written_at >= link.linked_at"
                        + " where link.incident = :incident and link.state in ('LINKING', 'LINKED')"
                        + " order by message.id desc limit :most")
                .param("incident", incident)
                .param("most", most)
                .query((row, at) -> new Said(
                        row.getString("number"),
                        row.getString("author"),
                        instant(row, "written_at"),
                        row.getString("text")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
