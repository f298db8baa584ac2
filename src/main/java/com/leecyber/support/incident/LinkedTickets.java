package com.leecyber.support.incident;

import com.leecyber.support.incident.LinkedTicket.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code incident_ticket}: what a person decided in one statement, and how far the worker has come with it. */
@Component
class LinkedTickets {

    private static final int LONGEST_ERROR = 1000;

    private static final String COLUMNS = "ticket_id, number, incident, state, linked_by, attempts";

    // Ordered by id, so that two who link the same tickets never wait for each other in a circle.
    private static final String ADD = "insert into incident_ticket as link (ticket_id, number, customer_id, incident,"
            + " state, linked_by, linked_at, next_attempt_at) select id, number, customer_id, :incident, 'LINKING', :by,"
            + " :now, :now from ticket where number = any(string_to_array(:numbers, ',')) and status in "
            + SimilarTickets.LINKABLE
            + " order by id on conflict (ticket_id) do update set incident = excluded.incident, state = excluded.state,"
            + " linked_by = excluded.linked_by, linked_at = excluded.linked_at, attempts = 0, last_error = null,"
            + " next_attempt_at = excluded.next_attempt_at where link.state = 'LEFT'";

    // A row is taken for a while and given back by its next step, so that several nodes can work side by side.
    private static final String CLAIM = "with due as materialized (select ticket_id from incident_ticket"
            + " where next_attempt_at <= :now and (state = 'LINKING' or state = 'LINKED' and incident = any(array("
            + " select number from incident where finished_at is null and resolved_at is not null)))"
            + " order by next_attempt_at, ticket_id limit :most for update skip locked)"
            + " update incident_ticket link set attempts = attempts + 1, next_attempt_at = :lease from due"
            + " where link.ticket_id = due.ticket_id returning link.*";

    private final JdbcClient database;

    LinkedTickets(JdbcClient database) {
        this.database = database;
    }

    /** Puts tickets to an incident; those that wait for one, or are over, stay as they are. */
    int add(String incident, Collection<String> numbers, String by, Instant now) {
        return numbers.isEmpty()
                ? 0
                : database.sql(ADD)
                        .param("incident", incident)
                        .param("numbers", String.join(",", numbers))
                        .param("by", by)
                        .param("now", Incidents.utc(now))
                        .update();
    }

    /** A ticket that waits for it already. */
    void addLinked(String number, String incident, String by, Instant now) {
        database.sql("insert into incident_ticket as link (ticket_id, number, customer_id, incident, state, linked_by,"
                        + " linked_at, next_attempt_at) select id, number, customer_id, :incident, 'LINKED', :by, :now,"
                        + " :now from ticket where number = :number on conflict (ticket_id) do update set"
                        + " incident = excluded.incident, state = excluded.state, linked_by = excluded.linked_by,"
                        + " linked_at = excluded.linked_at, attempts = 0, last_error = null,"
                        + " next_attempt_at = excluded.next_attempt_at")
                .param("number", number)
                .param("incident", incident)
                .param("by", by)
                .param("now", Incidents.utc(now))
                .update();
    }

    List<LinkedTicket> claim(Instant now, Instant lease, int most) {
        return database.sql(CLAIM)
                .param("now", Incidents.utc(now))
                .param("lease", Incidents.utc(lease))
                .param("most", most)
                .query((row, at) -> ticket(row))
                .list();
    }

    /** As it stands now, locked until the transaction ends. */
    Optional<LinkedTicket> lock(String number) {
        return database.sql("select " + COLUMNS + " from incident_ticket where number = ? for update")
                .param(number)
                .query((row, at) -> ticket(row))
                .optional();
    }

    void become(State state, LinkedTicket ticket, Instant next) {
        database.sql("update incident_ticket set state = :state, attempts = 0, last_error = null,"
                        + " next_attempt_at = :next where ticket_id = :id")
                .param("state", state.name())
                .param("next", Incidents.utc(next))
                .param("id", ticket.id())
                .update();
    }

    /** It ended without its incident. */
    void leave(String number) {
        database.sql("update incident_ticket set state = 'LEFT' where number = ? and state in ('LINKING', 'LINKED')")
                .param(number)
                .update();
    }

    /** The step failed; one that another node has begun since is left alone. */
    void failed(LinkedTicket ticket, String error, Instant next) {
        database.sql("update incident_ticket set last_error = :error, next_attempt_at = :next"
                        + " where ticket_id = :id and attempts = :attempts and state = :state")
                .param("error", error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error)
                .param("next", Incidents.utc(next))
                .param("id", ticket.id())
                .param("attempts", ticket.attempts())
                .param("state", ticket.state().name())
                .update();
    }

    /** How many tickets have come how far. */
    Map<State, Long> counts(String incident) {
        return database
                .sql("select state, count(*) as tickets from incident_ticket where incident = ? group by state")
                .param(incident)
                .query((row, at) -> Map.entry(State.valueOf(row.getString("state")), row.getLong("tickets")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static LinkedTicket ticket(ResultSet row) throws SQLException {
        return new LinkedTicket(
                row.getLong("ticket_id"),
                row.getString("number"),
                row.getString("incident"),
                State.valueOf(row.getString("state")),
                row.getString("linked_by"),
                row.getInt("attempts"));
    }
}
