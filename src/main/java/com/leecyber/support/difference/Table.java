package com.leecyber.support.difference;

import com.leecyber.support.difference.ColumnChange.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A DMN file with one decision table. */
record Table(Map<String, List<Value>> properties, List<Column> columns, List<Row> rows) {

    static final Table NONE = new Table(Map.of(), List.of(), List.of());

    /** @param key its id, else its place; two columns of a table never have the same */
    record Column(String key, Role role, String label, Map<String, List<Value>> properties) {}

    /**
     * @param id empty if it has none
     * @param cells by the column's key
     */
    record Row(String id, Map<String, String> cells) {

        /** Its cell in a column, null if the table has no such column. */
        String cell(Optional<Column> column) {
            return column.map(known -> cells.getOrDefault(known.key(), "")).orElse(null);
        }
    }

    /** The policy that holds if none is written. */
    String hitPolicy() {
        return properties.getOrDefault("hitPolicy", List.of()).stream()
                .map(Value::text)
                .findFirst()
                .orElse("UNIQUE");
    }
}
