package com.leecyber.support.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table in which tickets have rows.
 *
 * <p>Hardly any is named here: whatever has a column {@code ticket_id} or {@code root_proc_inst_id_} belongs to tickets, so a
 * new table is cloned with the others.
 *
 * @param rows the condition for a ticket's rows; {@code :id}, {@code :number} and {@code :root} stand for the ticket's id, number
 *     and process
 * @param columns their types by their names
 * @param ofEngine whether it is the engine's history, which forgets in time
 */
record TicketTable(String name, String rows, Map<String, String> columns, boolean ofEngine) {

    /** Work that is never done for a closed ticket, or belongs to something else as well. */
    private static final Set<String> LEFT_OUT = Set.of("closed_ticket_due", "incident_ticket");

    private static final Map<String, String> BY_NUMBER =
            Map.of("journal", "ticket", "outbox", "ticket", "mail_thread", "ticket", "lead_notice", "about");

    static List<TicketTable> all(Connection database) throws SQLException {
        Map<String, Map<String, String>> columns = columns(database);
        List<TicketTable> tables = new ArrayList<>();
        columns.forEach((table, types) -> {
            if (table.equals("ticket")) {
                tables.add(new TicketTable(table, "id = :id", types, false));
            } else if (table.equals("attachment_content")) {
                String files = "key in (select key from attachment where ticket_id = :id)";
                tables.add(new TicketTable(table, files, types, false));
            } else if (BY_NUMBER.containsKey(table)) {
                tables.add(new TicketTable(table, BY_NUMBER.get(table) + " = :number", types, false));
            } else if (types.containsKey("ticket_id") && !LEFT_OUT.contains(table)) {
                tables.add(new TicketTable(table, "ticket_id = :id", types, false));
            } else if (types.containsKey("root_proc_inst_id_") && !table.startsWith("act_ru_")) {
                tables.add(new TicketTable(table, "root_proc_inst_id_ = :root", types, true));
            }
        });
        return tables;
    }

    private static Map<String, Map<String, String>> columns(Connection database) throws SQLException {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        try (PreparedStatement query = database.prepareStatement(
                        "select table_name, column_name, udt_name from information_schema.columns join"
                                + " information_schema.tables using (table_schema, table_name) where table_schema ="
                                + " 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'"
                                + " order by table_name, ordinal_position");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString(1), first -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getString(3));
            }
        }
        return columns;
    }

    boolean isMoment(String column) {
        return columns.get(column).startsWith("timestamp");
    }

    boolean isDay(String column) {
        return columns.get(column).equals("date");
    }

    /** Everything as text, moments as microseconds. */
    String select() {
        return "select "
                + String.join(
                        ", ",
                        columns.keySet().stream()
                                .map(column -> isMoment(column)
                                        ? "(extract(epoch from " + column + ") * 1000000)::bigint::text"
                                        : "\"" + column + "\"::text")
                                .toList())
                + " from " + name + " where "
                + rows.replace(":id", "?").replace(":number", "?").replace(":root", "?") + " order by ctid";
    }

    String copy() {
        return "copy " + name + " (\"" + String.join("\", \"", columns.keySet()) + "\") from stdin";
    }
}
