package com.leecyber.support.report;

import com.leecyber.support.file.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the figures are computed from, as CSV, row by row: however many there are, few are in memory at once. */
@Component
class FactsFile {

    private static final int ROWS_AT_ONCE = 1000;

    private static final String TICKET = "number, channel, type, priority, service, registered_at, closed_at";

    private static final String FACTS = "select " + TICKET + ", closing_reason, exclusion, exclusion_clause, incident,"
            + " window_clause, window_seconds, window_rule, window_decision, response_due_at, response_at, response_by,"
            + " waited_seconds, escalated, moved_to_panel, broken from closed_ticket where %1$s"
            + " order by closed_day, ticket_id";

    private static final String QUEUE = "select " + TICKET + " from closed_ticket where closed_day >= :first and"
            + " registered_day <= :last%2$s union all select " + TICKET + " from ticket where closed_at is null%2$s"
            + " order by registered_at";

    private static final String BREACHES =
            "select number, breach.* from (select ticket_id, promise, kind, line, kept, channel,"
                    + " type, priority, service, late_seconds, untouched_seconds, worked_seconds, waited_seconds from"
                    + " closed_ticket_breach where %1$s) breach join (select ticket_id, number, closed_at from closed_ticket)"
                    + " ticket using (ticket_id)";

    private static final String AGENTS =
            "select ticket_id, agent, channel, type, priority, service, closed_at, decisions,"
                    + " replies, notes, response from closed_ticket_agent where %1$s order by closed_day, ticket_id, agent";

    private static final String STEPS =
            "select day, diagram, version, element, channel, type, priority, service, visits,"
                    + " seconds from step_day where %3$s order by day, diagram, version, element, channel, type, priority, service";

    private static final Map<String, String> FILES = Map.of(
            "facts.csv",
            FACTS,
            "queue.csv",
            QUEUE,
            "breaches.csv",
            BREACHES.replace("select number, breach.*", "select number, closed_at, breach.*")
                    + " order by closed_at, ticket_id, promise",
            "agents.csv",
            AGENTS,
            "steps.csv",
            STEPS);

    private final NamedParameterJdbcTemplate database;

    FactsFile(DataSource source) {
        JdbcTemplate rows = new JdbcTemplate(source);
        rows.setFetchSize(ROWS_AT_ONCE);
        this.database = new NamedParameterJdbcTemplate(rows);
    }

    /** Writes one of the files; within a transaction, without which the driver would read all rows first. */
    @Transactional(readOnly = true)
    public void write(String name, Selection selection, Writer to) {
        String sql =
                FILES.get(name).formatted(selection.where("closed_day"), selection.filters(), selection.where("day"));
        database.query(sql, selection.parameters(), new Lines(to));
    }

    /** The head, also when no row follows. */
    private record Lines(Writer to) implements ResultSetExtractor<Void> {

        @Override
        public Void extractData(ResultSet row) throws SQLException {
            try {
                ResultSetMetaData columns = row.getMetaData();
                Object[] cells = new Object[columns.getColumnCount()];
                for (int index = 0; index < cells.length; index++) {
                    cells[index] = columns.getColumnLabel(index + 1);
                }
                to.write(Csv.line(cells));
                while (row.next()) {
                    for (int index = 0; index < cells.length; index++) {
                        cells[index] = readable(row.getObject(index + 1));
                    }
                    to.write(Csv.line(cells));
                }
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Object readable(Object value) throws SQLException {
            if (value instanceof Timestamp moment) {
                return moment.toInstant();
            }
            return value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value;
        }
    }
}
