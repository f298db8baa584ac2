package com.leecyber.support.availability;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the intervals in which services were not available, as incidents and works report them (R7.1).
 *
 * <p>Moments are kept in whole milliseconds: what the figures say is exact.
 */
@Service
@Transactional
public class Downtimes {

    /** What the journal calls it when no service but all of them are meant. */
    static final String PLATFORM = "platform";

    private final JdbcClient database;
    private final Journal journal;

    Downtimes(JdbcClient database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * Services are not available since a moment. What is known already changes nothing.
     *
     * @param reference the number of the incident or works behind it
     * @param services the codes of the services; none means the whole platform
     */
    public void begin(String reference, Collection<String> services, Instant from) {
        for (String service : services.isEmpty() ? Collections.<String>singleton(null) : services) {
            int added = database.sql("insert into downtime (reference, service, started_at) values (:reference,"
                            + " :service, :from) on conflict do nothing")
                    .param("reference", reference)
                    .param("service", service, Types.VARCHAR)
                    .param("from", DowntimeRecords.utc(from))
                    .update();
            if (added > 0) {
                journal.record(
                        reference,
                        EventKind.DOWNTIME_BEGAN,
                        "R7.1",
                        Map.of("service", service == null ? PLATFORM : service, "from", from));
            }
        }
    }

    /**
     * Whatever was not available because of it is available again; what has ended stays as it is.
     *
     * @param reference the number of the incident or works behind it
     * @param at not before the interval began: an earlier moment makes it empty
     */
    public void end(String reference, Instant at) {
        int ended = database.sql("update downtime set ended_at = greatest(:at, started_at)"
                        + " where reference = :reference and ended_at is null")
                .param("reference", reference)
                .param("at", DowntimeRecords.utc(at))
                .update();
        if (ended > 0) {
            journal.record(reference, EventKind.DOWNTIME_ENDED, "R7.1", Map.of("at", at, "intervals", ended));
        }
    }
}
