package com.leecyber.support.incident;

import com.leecyber.support.ticket.Ticket;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of the incidents that go on a ticket may belong to. */
@Component
public class SimilarIncidents {

    private static final String BEST_FIRST = "select incident.*,"
            + " cardinality(incident.services) = 0 or ticket.service = any(incident.services) as same_service,"
            + " ticket.registered_at >= incident.detected_at - make_interval(hours => :hours) as same_time, "
            + SharedWords.count(SharedWords.ofTicket(), SharedWords.ofIncident())
            + " as shared from incident, ticket where ticket.id = :ticket and incident.resolved_at is null"
            + " order by same_time desc, same_service desc, shared desc, incident.declared_at desc";

    private final JdbcClient database;

    SimilarIncidents(JdbcClient database) {
        this.database = database;
    }

    /**
     * An incident, and what a ticket has in common with it.
     *
     * @param sameTime whether the ticket came when the incident was there, or shortly before it was detected
     */
    public record SimilarIncident(Incident incident, boolean sameService, boolean sameTime, int sharedWords) {

        /** Enough to be proposed. */
        public boolean isAlike() {
            return sameTime && (sameService || sharedWords > 1);
        }
    }

    /** All that go on, the most similar first. */
    public List<SimilarIncident> to(Ticket ticket) {
        return database.sql(BEST_FIRST)
                .param("ticket", ticket.id())
                .param("hours", (int) SimilarTickets.BEFORE_DETECTION.toHours())
                .query((row, at) -> new SimilarIncident(
                        Incidents.incident(row),
                        row.getBoolean("same_service"),
                        row.getBoolean("same_time"),
                        row.getInt("shared")))
                .list();
    }
}
