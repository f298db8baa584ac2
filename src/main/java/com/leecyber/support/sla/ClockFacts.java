package com.leecyber.support.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** All tickets' facts, in the append-only table {@code clock_fact}. */
@Repository
class ClockFacts {

    private static final String INSERT = "insert into clock_fact (ticket_id, sequence, happened_at, kind, detected_at,"
            + " window_seconds, warning_share, clause, rule, decision_version, actor) ";

    private static final String VALUES = ":happenedAt, :kind, :detectedAt, :windowSeconds, :warningShare, :clause,"
            + " :rule, :decisionVersion, :actor";

    private static final String FIRST = INSERT + "values (:ticketId, 1, " + VALUES + ")";

    // The unique key on (ticket_id, sequence) decides between writers that counted alike.
    private static final String NEXT = INSERT + "values (:ticketId, (select coalesce(max(sequence), 0) + 1"
            + " from clock_fact where ticket_id = :ticketId), " + VALUES
            + ") on conflict (ticket_id, sequence) do nothing";

    private static final String OF_TICKET = "select happened_at, kind, detected_at, window_seconds, warning_share,"
            + " clause, rule, decision_version, actor from clock_fact where ticket_id = :ticketId order by sequence";

    private static final String OF_TICKETS = "select ticket_id, happened_at, kind, detected_at, window_seconds,"
            + " warning_share, clause, rule, decision_version, actor from clock_fact where ticket_id in (:ticketIds)"
            + " order by ticket_id, sequence";

    private final JdbcClient database;

    ClockFacts(JdbcClient database) {
        this.database = database;
    }

    /** Adds a ticket's very first fact in a single statement; a second first fact is an error. */
    void addFirst(long ticketId, ClockFact fact) {
        bound(FIRST, ticketId, fact).update();
    }

    void add(long ticketId, ClockFact fact) {
        StatementSpec insert = bound(NEXT, ticketId, fact);
        // Nothing inserted means that another writer's fact took the number and is now visible: count again.
        while (insert.update() == 0) {
            insert = bound(NEXT, ticketId, fact);
        }
    }

    List<ClockFact> of(long ticketId) {
        return database.sql(OF_TICKET)
                .param("ticketId", ticketId)
                .query((row, number) -> fact(row))
                .list();
    }

    /** Each ticket's facts; a ticket without any is missing. */
    Map<Long, List<ClockFact>> of(Collection<Long> ticketIds) {
        Map<Long, List<ClockFact>> facts = new HashMap<>();
        database.sql(OF_TICKETS).param("ticketIds", ticketIds).query(row -> {
            facts.computeIfAbsent(row.getLong("ticket_id"), first -> new ArrayList<>())
                    .add(fact(row));
        });
        return facts;
    }

    /** The tickets with a hardware fault that was detected within a stretch of time. */
    List<Long> withFaultDetected(Instant from, Instant to) {
        return database.sql(
                        "select distinct ticket_id from clock_fact where detected_at >= :from and detected_at < :to")
                .param("from", timestamp(from))
                .param("to", timestamp(to))
                .query(Long.class)
                .list();
    }

    private StatementSpec bound(String sql, long ticketId, ClockFact fact) {
        FactRow row = FactRow.of(fact);
        ResponseWindow window = row.window();
        return database.sql(sql)
                .param("ticketId", ticketId)
                .param("happenedAt", timestamp(row.at()))
                .param("kind", row.kind().name())
                .param("detectedAt", timestamp(row.detectedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("windowSeconds", window == null ? null : window.length().toSeconds(), Types.BIGINT)
                .param("warningShare", window == null ? null : window.warningShare(), Types.NUMERIC)
                .param("clause", window == null ? null : window.clause(), Types.VARCHAR)
                .param("rule", window == null ? null : window.rule(), Types.VARCHAR)
                .param("decisionVersion", window == null ? null : window.decisionVersion(), Types.VARCHAR)
                .param("actor", row.actor(), Types.VARCHAR);
    }

    private static ClockFact fact(ResultSet row) throws SQLException {
        return new FactRow(
                        FactRow.Kind.valueOf(row.getString("kind")),
                        instant(row, "happened_at"),
                        instant(row, "detected_at"),
                        window(row),
                        row.getString("actor"))
                .fact();
    }

    private static ResponseWindow window(ResultSet row) throws SQLException {
        long seconds = row.getLong("window_seconds");
        return row.wasNull()
                ? null
                : new ResponseWindow(
                        Duration.ofSeconds(seconds),
                        row.getDouble("warning_share"),
                        row.getString("clause"),
                        row.getString("rule"),
                        row.getString("decision_version"));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }
}
