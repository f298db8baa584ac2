package com.leecyber.support.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads real tickets with all their rows. */
final class Templates {

    /** Sealed by a digest, so it stays as it is. */
    private static final Map<String, Set<String>> SEALED = Map.of(
            "message", Set.of("text", "salt", "quoted"),
            "ticket", Set.of("subject", "description", "steps", "expected", "actual", "salt", "quoted"));

    private static final long FOR_EVER = Long.MAX_VALUE / 2;

    private static final String IDS_OF_ALL = "select id_ from act_re_deployment union select id_ from act_ru_jobdef"
            + " union select right(id_, 36) from act_re_procdef union select right(id_, 36) from act_re_decision_def";

    private final Connection database;
    private final List<TicketTable> tables;
    private final Set<String> sharedIds = new HashSet<>();

    Templates(Connection database, List<TicketTable> tables) throws SQLException {
        this.database = database;
        this.tables = tables;
        for (List<String> row : query(IDS_OF_ALL)) {
            sharedIds.add(row.get(0));
        }
    }

    /** The tickets of the rehearsal. */
    List<Template> read() throws SQLException {
        List<Template> templates = new ArrayList<>();
        for (List<String> ticket : query("select ticket.id::text, number, customer_id::text, email, status,"
                + " (extract(epoch from registered_at) * 1000000)::bigint::text, (extract(epoch from closed_at) *"
                + " 1000000)::bigint::text from ticket join"
                + " customer on customer.id = customer_id where"
                + " email"
                + " like"
                + " '%@" + RehearsalCustomers.DOMAIN + "' order by ticket.id")) {
            templates.add(read(ticket));
        }
        return templates;
    }

    private Template read(List<String> ticket) throws SQLException {
        String id = ticket.get(0);
        String number = ticket.get(1);
        List<List<String>> roots = query(
                "select id_, (extract(epoch from removal_time_) * 1000000)::bigint::text"
                        + " from act_hi_procinst where business_key_ = ? and super_process_instance_id_ is null and"
                        + " proc_def_key_ = 'ticket'",
                number);
        List<List<String>> ids = query("select id::text from message where ticket_id = ?::bigint order by id", id);
        Map<Long, Integer> messages = new HashMap<>();
        ids.forEach(message -> messages.put(Long.parseLong(message.get(0)), messages.size()));
        Wording wording = new Wording(number, Long.parseLong(ticket.get(2)), ticket.get(3), sharedIds, messages);
        long registered = Long.parseLong(ticket.get(5));
        long closed = ticket.get(6) == null ? 0 : Long.parseLong(ticket.get(6));
        Reading reading = new Reading(wording, messages, registered, closed);
        List<Template.Rows> rows = new ArrayList<>();
        ChainTemplate journal = null;
        for (TicketTable table : tables) {
            String key = table.rows().contains(":id")
                    ? id
                    : table.ofEngine() ? roots.get(0).get(0) : number;
            List<Map<String, String>> found = named(table, key);
            if (table.name().equals("journal")) {
                journal = reading.chain(found);
            } else if (!found.isEmpty()) {
                rows.add(new Template.Rows(
                        table,
                        found.stream().map(row -> reading.row(table, row)).toList()));
            }
        }
        String removal = roots.get(0).get(1);
        return new Template(
                Long.parseLong(id),
                number,
                ticket.get(4).equals("CLOSED"),
                registered,
                reading.last,
                removal == null ? FOR_EVER : Long.parseLong(removal),
                messages.size(),
                rows,
                journal);
    }

    private static final class Reading {

        private final Wording wording;
        private final Map<Long, Integer> messages;
        private final long registered;
        private final long closed;
        private long last;

        Reading(Wording wording, Map<Long, Integer> messages, long registered, long closed) {
            this.wording = wording;
            this.messages = messages;
            this.registered = registered;
            this.closed = closed;
        }

        ChainTemplate chain(List<Map<String, String>> rows) {
            List<ChainTemplate.Entry> entries = rows.stream()
                    .map(row -> new ChainTemplate.Entry(
                            Integer.parseInt(row.get("sequence")),
                            Long.parseLong(row.get("recorded_at")),
                            wording.cell(row.get("actor"), UnaryOperator.identity()),
                            row.get("kind"),
                            row.get("clause"),
                            wording.cell(row.get("details"), UnaryOperator.identity())))
                    .sorted(Comparator.comparingInt(ChainTemplate.Entry::sequence))
                    .toList();
            last = Math.max(last, entries.get(entries.size() - 1).recordedAt());
            return new ChainTemplate(entries);
        }

        List<Cell> row(TicketTable table, Map<String, String> row) {
            return table.columns().keySet().stream()
                    .map(column -> cell(table, column, row.get(column)))
                    .toList();
        }

        private Cell cell(TicketTable table, String column, String value) {
            if (value == null) {
                return Cell.NULL;
            } else if (table.isMoment(column)) {
                return Cell.of(new Part.Moment(Long.parseLong(value)));
            } else if (table.isDay(column)) {
                return Cell.of(new Part.Day(day(column)));
            } else if (column.equals("ticket_id")
                    || column.equals("id") && table.name().equals("ticket")) {
                return Cell.of(Part.Own.ID);
            } else if (column.equals("customer_id")) {
                return Cell.of(Part.Own.CUSTOMER);
            } else if (column.equals("id")) {
                return table.name().equals("message")
                        ? Cell.of(new Part.MessageId(messages.get(Long.parseLong(value))))
                        : CopiedTable.NEXT_ID;
            } else if (SEALED.getOrDefault(table.name(), Set.of()).contains(column)) {
                return Cell.same(CopiedTable.escaped(value));
            }
            return wording.cell(value, CopiedTable::escaped);
        }

        private long day(String column) {
            return switch (column) {
                case "registered_day" -> registered;
                case "closed_day" -> closed;
                default -> throw new IllegalStateException("Whose day is " + column + "?");
            };
        }
    }

    private List<Map<String, String>> named(TicketTable table, String key) throws SQLException {
        List<String> columns = List.copyOf(table.columns().keySet());
        String select = table.select();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> row : query(table.rows().contains(":id") ? select.replace("?", "?::bigint") : select, key)) {
            Map<String, String> named = new HashMap<>();
            for (int index = 0; index < columns.size(); index++) {
                named.put(columns.get(index), row.get(index));
            }
            rows.add(named);
        }
        return rows;
    }

    private List<List<String>> query(String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                query.setString(index + 1, parameters[index]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= columns; column++) {
                        values.add(row.getString(column));
                    }
                    rows.add(values);
                }
            }
            return rows;
        }
    }
}
