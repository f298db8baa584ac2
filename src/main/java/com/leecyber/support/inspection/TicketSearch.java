package com.leecyber.support.inspection;

import com.leecyber.support.ticket.Exclusions;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds tickets, open and closed in one list, by the time of their registration, newest first.
 *
 * <p>Each source gives at most a page, so that a question costs what its answer is long. How many there are is counted only
 * up to a limit: nobody can count a million within the time that a reader waits.
 */
@Component
@Transactional(readOnly = true)
class TicketSearch {

    /** Longer lists are «more than». */
    static final int COUNTED = 1000;

    // A plan for any value at all would walk through everything for the rare ones.
    private static final String PLAN = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    private static final String SHOWN = "select f.id, t.number, t.customer_id, customer.name, t.type, t.channel,"
            + " t.priority, t.status, t.registered_at, t.closed_at, c.response_verdict, c.broken, t.closing_reason,"
            + " c.exclusion_clause from found f join ticket t on t.id = f.id join customer on customer.id = t.customer_id"
            + " left join closed_ticket c on c.ticket_id = f.id order by f.registered_at desc, f.id desc";

    private final JdbcClient database;
    private final Exclusions exclusions;
    private final OpenClocks clocks;

    TicketSearch(JdbcClient database, Exclusions exclusions, OpenClocks clocks) {
        this.database = database;
        this.exclusions = exclusions;
        this.clocks = clocks;
    }

    /**
     * The first of them.
     *
     * @param after the id of the ticket that they follow in the list; null for the beginning
     */
    List<FoundTicket> find(Criteria criteria, Long after, int most) {
        if (sources(criteria).findAny().isEmpty()) {
            return List.of();
        }
        Optional<OffsetDateTime> place = after == null ? Optional.empty() : registered(after);
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("most", most));
        place.ifPresent(registered -> parameters.putAll(Map.of("placeTime", registered, "place", after)));
        String found = sources(criteria)
                .map(source -> {
                    Conditions conditions = source.conditions(criteria, exclusions);
                    if (place.isPresent()) {
                        conditions.and("(t.registered_at, " + source.id() + ") < (:placeTime, :place)");
                    }
                    parameters.putAll(conditions.parameters());
                    return "(select " + source.id() + " as id, t.registered_at from " + source.from()
                            + conditions.where() + " order by t.registered_at desc, " + source.id()
                            + " desc limit :most)";
                })
                .collect(Collectors.joining(" union all "));
        plan();
        return clocks.read(bound(
                        "with found as (select id, registered_at from (" + found
                                + ") sources order by registered_at desc, id desc limit :most) " + SHOWN,
                        parameters)
                .query((row, line) -> ticket(row))
                .list());
    }

    /** How many there are; one more than {@link #COUNTED} when there are more. */
    int count(Criteria criteria) {
        if (sources(criteria).findAny().isEmpty()) {
            return 0;
        }
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("most", COUNTED + 1));
        plan();
        String counts = counts(criteria, parameters, " limit :most");
        return Math.min(
                COUNTED + 1,
                bound("select " + counts, parameters).query(Integer.class).single());
    }

    private String counts(Criteria criteria, Map<String, Object> parameters, String limit) {
        return sources(criteria)
                .map(source -> {
                    Conditions conditions = source.conditions(criteria, exclusions);
                    parameters.putAll(conditions.parameters());
                    return "(select count(*) from (select 1 from " + source.from() + conditions.where() + limit
                            + ") counted)";
                })
                .collect(Collectors.joining(" + "));
    }

    private Stream<Source> sources(Criteria criteria) {
        return Arrays.stream(Source.values()).filter(source -> source.answers(criteria));
    }

    private Optional<OffsetDateTime> registered(long id) {
        return database.sql("select registered_at from ticket where id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional();
    }

    private void plan() {
        database.sql(PLAN).query(String.class).single();
    }

    private StatementSpec bound(String sql, Map<String, Object> parameters) {
        return database.sql(sql).params(parameters);
    }

    private static FoundTicket ticket(ResultSet row) throws SQLException {
        Array broken = row.getArray("broken");
        return new FoundTicket(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("customer_id"),
                row.getString("name"),
                row.getString("type"),
                row.getString("channel"),
                row.getString("priority"),
                row.getString("status"),
                moment(row, "registered_at"),
                moment(row, "closed_at"),
                row.getString("response_verdict"),
                broken == null ? List.of() : List.of((String[]) broken.getArray()),
                row.getString("closing_reason"),
                row.getString("exclusion_clause"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
