package com.leecyber.support.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tickets that look like an incident: of its services, from shortly before it was detected on, those that share most
 * words with it first.
 */
@Component
class SimilarTickets {

    /** The states in which a ticket can be put to an incident; the index {@code ticket_linkable} has the same. */
    static final String LINKABLE = "('REGISTERED', 'IN_TRIAGE', 'IN_FIRST_LINE', 'WAITING_FOR_CUSTOMER',"
            + " 'IN_SECOND_LINE', 'WAITING_FOR_RELEASE')";

    /** Customers notice before the desk does. */
    static final Duration BEFORE_DETECTION = Duration.ofHours(2);

    private static final String CANDIDATES = " from ticket where status in " + LINKABLE
            + " and registered_at >= :from and (:everywhere or service = any(string_to_array(:services, ',')))"
            + " and not exists (select from incident_ticket link where link.ticket_id = ticket.id"
            + " and link.state <> 'LEFT')";

    private final JdbcClient database;

    SimilarTickets(JdbcClient database) {
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param shared how many words it shares with the incident's title
     */
    record Similar(String number, String subject, String service, Instant registeredAt, int shared) {}

    /** The most similar ones. */
    List<Similar> of(Incident incident, int most) {
        return candidates(
                        "select number, subject, service, registered_at, "
                                + SharedWords.count(SharedWords.ofTicket(), ":words") + " as shared" + CANDIDATES
                                + " order by shared desc, registered_at desc, id desc limit :most",
                        incident)
                .param("words", incident.titleRu() + " " + incident.titleEn())
                .param("most", most)
                .query((row, at) -> similar(row))
                .list();
    }

    /** All of them, for one action on them; in no order. */
    List<String> numbers(Incident incident) {
        return candidates("select number" + CANDIDATES, incident)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec candidates(String statement, Incident incident) {
        return database.sql(statement)
                .param("from", Incidents.utc(incident.detectedAt().minus(BEFORE_DETECTION)))
                .param("everywhere", incident.services().isEmpty())
                .param("services", String.join(",", incident.services()));
    }

    private static Similar similar(ResultSet row) throws SQLException {
        return new Similar(
                row.getString("number"),
                row.getString("subject"),
                row.getString("service"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getInt("shared"));
    }
}
