package com.leecyber.support.inspection;

import com.leecyber.support.ticket.Exclusions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every ticket that meets a search, row by row and in constant memory: facts that figures can be computed from again.
 *
 * <p>One snapshot of the database answers, however long the reading takes. Of a ticket under work, whose figures nobody has
 * computed yet, the columns of figures are empty.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class TicketRows {

    private static final List<String> OF_ALL = List.of(
            "number",
            "customer_id",
            "channel",
            "type",
            "service",
            "priority",
            "closing_reason",
            "exclusion",
            "incident",
            "registered_at",
            "closed_at",
            "response_due_at");

    private static final List<String> FIGURES = List.of(
            "exclusion_clause",
            "resolution_seconds",
            "waited_seconds",
            "window_seconds",
            "window_clause",
            "window_rule",
            "window_decision",
            "response_at",
            "response_verdict",
            "response_by",
            "broken",
            "escalated",
            "moved_to_panel",
            "agents",
            "clauses",
            "computed_by",
            "computed_at");

    /** The columns in their order. */
    static final List<String> COLUMNS = columns();

    private final JdbcClient database;
    private final Exclusions exclusions;

    TicketRows(DataSource database, Exclusions exclusions) {
        this.database = Cursor.over(database);
        this.exclusions = exclusions;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("ticket_id", "status", "customer_name", "subject"));
        columns.addAll(OF_ALL);
        columns.addAll(FIGURES);
        return List.copyOf(columns);
    }

    /** How many they are, which takes a moment when they are many. */
    long count(Criteria criteria) {
        return sources(criteria).stream()
                .mapToLong(source -> {
                    Conditions conditions = source.conditions(criteria, exclusions);
                    return database.sql("select count(*) from " + source.from() + conditions.where())
                            .params(conditions.parameters())
                            .query(Long.class)
                            .single();
                })
                .sum();
    }

    /** Each as its values, in the order of the columns. */
    void values(Criteria criteria, Consumer<List<Object>> reader) {
        read(criteria, select -> select, row -> {
            List<Object> values = new ArrayList<>(COLUMNS.size());
            for (int column = 1; column <= COLUMNS.size(); column++) {
                values.add(value(row, column));
            }
            reader.accept(values);
        });
    }

    /** Each as one line of JSON. */
    void json(Criteria criteria, Consumer<String> reader) {
        read(
                criteria,
                select -> "select row_to_json(line)::text from (" + select + ") line",
                row -> reader.accept(row.getString(1)));
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void read(Criteria criteria, Function<String, String> form, Row reader) {
        database.sql("select set_config('TimeZone', 'UTC', true)")
                .query(String.class)
                .single();
        for (Source source : sources(criteria)) {
            Conditions conditions = source.conditions(criteria, exclusions);
            database.sql(form.apply(select(source) + conditions.where() + " order by " + source.id()))
                    .params(conditions.parameters())
                    .query(row -> {
                        reader.read(row);
                    });
        }
    }

    private static List<Source> sources(Criteria criteria) {
        return Arrays.stream(Source.values())
                .filter(source -> source.answers(criteria))
                .toList();
    }

    private static String select(Source source) {
        boolean computed = source == Source.CLOSED;
        Map<String, String> own = Map.of(
                "ticket_id", source.id(),
                "status", "ticket.status",
                "customer_name", "customer.name",
                "subject", "ticket.subject");
        Set<String> known = Set.copyOf(OF_ALL);
        String columns = COLUMNS.stream()
                .map(column -> own.getOrDefault(column, computed || known.contains(column) ? "t." + column : "null")
                        + " as " + column)
                .collect(Collectors.joining(", ", "select ", ""));
        return columns + " from " + source.from() + " join customer on customer.id = t.customer_id join ticket on"
                + " ticket.id = " + source.id();
    }

    private static Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof java.sql.Timestamp) {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }
        return value instanceof java.sql.Array values ? List.of((Object[]) values.getArray()) : value;
    }
}
