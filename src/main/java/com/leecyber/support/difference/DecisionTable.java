package com.leecyber.support.difference;

import com.leecyber.support.difference.ColumnChange.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A decision table as a page shows it: its columns, and the cells of each rule in the same order. */
public record DecisionTable(String hitPolicy, List<Column> columns, List<Rule> rules) {

    /** How a rule is named in the journal: by the answer in the column of this name. */
    private static final String RULE = "rule";

    /**
     * @param name by which the answer is read, else empty
     * @param label its heading, else its name or expression
     */
    public record Column(Role role, String name, String label) {}

    /** One row. */
    public record Rule(String id, List<String> cells) {}

    /** Reads a file; empty when it is no single table of a size that a person can read. */
    public static Optional<DecisionTable> of(byte[] file) {
        return XmlFile.definitions(file).flatMap(TableReader::read).map(DecisionTable::of);
    }

    /**
     * Whether the journal means this row: by its id, by its answer in the column {@code rule}, or, in a table without such a
     * column, by the one value that a question must have.
     */
    public boolean isNamed(Rule row, String name) {
        if (name.isEmpty()) {
            return false;
        }
        boolean named = columns.stream().anyMatch(column -> column.name().equals(RULE));
        return row.id().equals(name)
                || cells(row, named ? RULE : "").stream().anyMatch(cell -> cell.equals('"' + name + '"'));
    }

    private List<String> cells(Rule row, String name) {
        return IntStream.range(0, columns.size())
                .filter(index -> name.isEmpty()
                        ? columns.get(index).role() == Role.INPUT
                        : columns.get(index).name().equals(name))
                .mapToObj(row.cells()::get)
                .toList();
    }

    private static DecisionTable of(Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> new Column(column.role(), nameOf(column), column.label()))
                .toList();
        List<Rule> rules = table.rows().stream()
                .map(row -> new Rule(
                        row.id(),
                        table.columns().stream()
                                .map(column -> row.cell(Optional.of(column)))
                                .toList()))
                .toList();
        return new DecisionTable(table.hitPolicy(), columns, rules);
    }

    private static String nameOf(Table.Column column) {
        return column.properties().getOrDefault("name", List.of()).stream()
                .map(Value::text)
                .findFirst()
                .orElse("");
    }
}
