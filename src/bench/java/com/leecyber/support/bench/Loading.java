package com.leecyber.support.bench;

import static com.leecyber.support.bench.Benchmark.print;

import com.leecyber.support.bench.Clone.Client;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Clones the tickets of a rehearsal until there are as many as wanted. */
final class Loading {

    private static final String JOURNAL =
            "copy journal (id, ticket, sequence, recorded_at, actor, kind, clause, details,"
                    + " previous_hash, hash) from stdin";

    private final LoadingServer server;
    private final Fillings wanted;
    private final Instant now = Instant.now();

    private Loading(LoadingServer server, Fillings wanted) {
        this.server = server;
        this.wanted = wanted;
    }

    static void into(Path data, Fillings wanted) throws Exception {
        try (LoadingServer server = LoadingServer.over(data)) {
            new Loading(server, wanted).load();
        }
    }

    private void load() throws Exception {
        long start = System.nanoTime();
        try (Connection database = server.connect()) {
            execute(database, settled());
            List<Client> customers = FilledCustomers.added(database, wanted, now);
            List<TicketTable> tables = TicketTable.all(database);
            List<Template> templates = new Templates(database, tables).read();
            TreeSet<String> filled = templates.stream()
                    .flatMap(template -> template.rows().stream())
                    .map(rows -> rows.table().name())
                    .collect(Collectors.toCollection(TreeSet::new));
            filled.add("journal");
            print("templates", templates.size() + " tickets, rows in " + String.join(", ", filled));
            Plan plan = Plan.of(
                    templates, customers, wanted, last(database, "ticket") + 1, last(database, "message") + 1, now);

            Indexes indexes = Indexes.dropped(server, filled);
            Map<LocalDate, Map<Long, Integer>> days = clone(plan, tables, filled);
            print("rows", "%.0f s since the start".formatted((System.nanoTime() - start) / 1e9));
            sums(database, days);
            sequences(database);
            indexes.rebuild(filled);
            for (String table : List.of("customer", "licence", "response_day", "step_day")) {
                execute(database, "vacuum (analyze) " + table);
            }
            print("indexes and statistics", "%.0f s since the start".formatted((System.nanoTime() - start) / 1e9));
            LoadingServer.writeLog(database);
            Sizes.print(database, wanted.closed() + wanted.open());
        }
    }

    /** Nothing that the rehearsal left over is sent once the desk runs again; its diagrams are as old as its first ticket. */
    private String settled() {
        return "update outbox set sent_at = created_at + interval '2 seconds', next_attempt_at = null, attempts = 1"
                + " where sent_at is null; update lead_notice set told_at = created_at + interval '1 minute'"
                + " where told_at is null; update act_re_deployment set deploy_time_ = '"
                + now.minus(wanted.period()) + "'";
    }

    private Map<LocalDate, Map<Long, Integer>> clone(Plan plan, List<TicketTable> tables, TreeSet<String> filled)
            throws SQLException {
        Map<String, CopiedTable> copies = new HashMap<>();
        for (TicketTable table : tables) {
            if (filled.contains(table.name())) {
                String command = table.name().equals("journal") ? JOURNAL : table.copy();
                copies.put(table.name(), copied(table, command));
            }
        }
        Map<LocalDate, Map<Long, Integer>> days = new HashMap<>();
        long start = System.nanoTime();
        for (int ordinal = 0; ordinal < plan.size(); ordinal++) {
            Template template = plan.template(ordinal);
            Clone clone = plan.clone(ordinal);
            write(template, clone, copies);
            if (template.closed()) {
                days.computeIfAbsent(Part.Day.of(template.lastAt() + clone.shift()), first -> new HashMap<>())
                        .merge(template.id(), 1, Integer::sum);
            }
            if ((ordinal + 1) % 50_000 == 0) {
                print(
                        "cloned",
                        "%d tickets, %.0f/s"
                                .formatted(ordinal + 1, (ordinal + 1) / ((System.nanoTime() - start) / 1e9)));
            }
        }
        long rows = 0;
        for (CopiedTable copy : copies.values()) {
            rows += copy.finish();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        print(
                "cloned",
                "%d tickets, %d rows in %.0f s: %.0f/s".formatted(plan.size(), rows, seconds, plan.size() / seconds));
        return days;
    }

    private static void write(Template template, Clone clone, Map<String, CopiedTable> copies) {
        for (Template.Rows rows : template.rows()) {
            if (!rows.table().ofEngine() || clone.withEngine()) {
                CopiedTable copy = copies.get(rows.table().name());
                for (List<Cell> row : rows.cells()) {
                    copy.add(row, clone);
                }
            }
        }
        template.journal().to(copies.get("journal"), clone);
    }

    private CopiedTable copied(TicketTable table, String command) throws SQLException {
        Connection connection = server.connect();
        boolean counted = "int8".equals(table.columns().get("id"));
        long last = counted ? last(connection, table.name()) : 0;
        connection.setAutoCommit(false);
        return new CopiedTable(connection, command, last);
    }

    /** What the figures' worker would have summed up by now. */
    private void sums(Connection database, Map<LocalDate, Map<Long, Integer>> days) throws SQLException {
        execute(database, "create temporary table filled_day (day date, template bigint, tickets bigint)");
        CopiedTable copy = new CopiedTable(database, "copy filled_day from stdin", 0);
        for (Map.Entry<LocalDate, Map<Long, Integer>> day : days.entrySet()) {
            for (Map.Entry<Long, Integer> template : day.getValue().entrySet()) {
                copy.add(
                        List.of(
                                Cell.same(day.getKey().toString()),
                                Cell.same(template.getKey().toString()),
                                Cell.same(template.getValue().toString())),
                        null);
            }
        }
        copy.end();
        execute(database, Sums.STEPS);
        execute(database, Sums.RESPONSES);
    }

    private static void sequences(Connection database) throws SQLException {
        execute(database, "select setval('ticket_number', (select max(id) from ticket))");
        try (Statement query = database.createStatement()) {
            List<String> moves = new ArrayList<>();
            try (ResultSet row =
                    query.executeQuery("select table_name from information_schema.columns where table_schema"
                            + " = 'public' and column_name = 'id' and is_identity = 'YES'")) {
                while (row.next()) {
                    moves.add(
                            "select setval(pg_get_serial_sequence('%1$s', 'id'), (select greatest(max(id), 1) from %1$s))"
                                    .formatted(row.getString(1)));
                }
            }
            for (String move : moves) {
                query.execute(move);
            }
        }
    }

    private static long last(Connection database, String table) throws SQLException {
        return LoadingServer.number(database, "select coalesce(max(id), 0) from " + table);
    }

    private static void execute(Connection database, String sql) throws SQLException {
        LoadingServer.execute(database, sql);
    }
}
