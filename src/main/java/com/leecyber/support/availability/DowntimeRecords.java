package com.leecyber.support.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All intervals without service, each with the latest decision about it. */
@Repository
class DowntimeRecords {

    private static final String SELECT = "select downtime.id, reference, service, started_at, ended_at, decision.id as"
            + " decision_id, exclusion, clause, decision as version, reason, decided_by, decided_at from downtime left join"
            + " lateral (select * from downtime_exclusion where downtime_id = downtime.id order by id desc limit 1) decision"
            + " on true where ";

    private final JdbcClient database;

    DowntimeRecords(JdbcClient database) {
        this.database = database;
    }

    /** Those with a moment in that period, in the order of their beginning. */
    List<Downtime> within(Interval period) {
        return database.sql(SELECT + "started_at < :to and (ended_at is null or ended_at > :from)"
                        + " order by started_at, downtime.id")
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .query((row, number) -> downtime(row))
                .list();
    }

    Optional<Downtime> find(long id) {
        return database.sql(SELECT + "downtime.id = :id")
                .param("id", id)
                .query((row, number) -> downtime(row))
                .optional();
    }

    /**
     * As {@link #find}; nobody else decides about it before this transaction ends.
     *
     * <p>Locked first and read afterwards: a single statement would wait for the lock and still read the decision from before.
     */
    Optional<Downtime> lock(long id) {
        database.sql("select id from downtime where id = :id for update")
                .param("id", id)
                .query(row -> {});
        return find(id);
    }

    /** Adds a decision; without code, clause and version the interval counts again. */
    void decide(long id, String code, String clause, String version, String reason, String by, Instant at) {
        database.sql("insert into downtime_exclusion (downtime_id, exclusion, clause, decision, reason, decided_by,"
                        + " decided_at) values (:id, :code, :clause, :version, :reason, :by, :at)")
                .param("id", id)
                .param("code", code, Types.VARCHAR)
                .param("clause", clause, Types.VARCHAR)
                .param("version", version, Types.VARCHAR)
                .param("reason", reason)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void correct(long id, Interval limits) {
        database.sql("update downtime set started_at = :from, ended_at = :to where id = :id")
                .param("id", id)
                .param("from", utc(limits.from()))
                .param("to", limits.isOpen() ? null : utc(limits.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** As the database keeps it: in whole milliseconds. */
    static OffsetDateTime utc(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    private static Downtime downtime(ResultSet row) throws SQLException {
        return new Downtime(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("service"),
                new Interval(instant(row, "started_at"), instant(row, "ended_at")),
                decision(row));
    }

    private static ExclusionDecision decision(ResultSet row) throws SQLException {
        long id = row.getLong("decision_id");
        return row.wasNull()
                ? null
                : new ExclusionDecision(
                        id,
                        row.getString("exclusion"),
                        row.getString("clause"),
                        row.getString("version"),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        instant(row, "decided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }
}
