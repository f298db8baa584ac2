package com.leecyber.support.difference;

import com.leecyber.support.difference.Alignment.Pair;
import com.leecyber.support.difference.ColumnChange.Role;
import com.leecyber.support.difference.Table.Column;
import com.leecyber.support.difference.Table.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.w3c.dom.Element;

/** Row by row: rules belong together by id, else by what they are asked for. */
final class TableComparison {

    private final Table before;
    private final Table after;
    private final List<Pair<Column>> columns;

    private TableComparison(Table before, Table after) {
        this.before = before;
        this.after = after;
        columns = new Alignment<>(before.columns(), after.columns())
                .matching(column -> Optional.of(column.key()), column -> Optional.of(column.key()))
                .matching(TableComparison::heading, TableComparison::heading)
                .pairs(Column::label);
    }

    /** Nothing, if either file is no single table. */
    static Optional<FileDifference> between(String name, Optional<Element> before, Optional<Element> after) {
        Optional<Table> old = before.isEmpty() ? Optional.of(Table.NONE) : before.flatMap(TableReader::read);
        Optional<Table> proposed = after.isEmpty() ? Optional.of(Table.NONE) : after.flatMap(TableReader::read);
        if (old.isEmpty() || proposed.isEmpty()) {
            return Optional.empty();
        }
        TableComparison comparison = new TableComparison(old.get(), proposed.get());
        return Optional.of(comparison.difference(name, before.isEmpty(), after.isEmpty()));
    }

    private TableDifference difference(String name, boolean isNew, boolean isRemoved) {
        PropertyComparison comparison = comparison();
        List<PropertyChange> properties = isNew
                ? comparison.allOf(after.properties())
                : isRemoved
                        ? comparison.allOfRemoved(before.properties())
                        : comparison.between(before.properties(), after.properties());
        String hitPolicy = VisibleText.label((isRemoved ? before : after).hitPolicy());
        return new TableDifference(
                name,
                isNew,
                isRemoved,
                properties,
                hitPolicy,
                columns.stream().map(this::column).toList(),
                rows());
    }

    private ColumnChange column(Pair<Column> pair) {
        Column shown = pair.after().or(pair::before).orElseThrow();
        boolean onBothSides = pair.before().isPresent() && pair.after().isPresent();
        List<PropertyChange> properties = onBothSides
                ? comparison()
                        .between(
                                pair.before().get().properties(),
                                pair.after().get().properties())
                : List.of();
        return new ColumnChange(kind(pair, !properties.isEmpty()), shown.role(), shown.label(), properties);
    }

    private List<RowChange> rows() {
        return new Alignment<>(before.rows(), after.rows())
                        .matching(TableComparison::id, TableComparison::id)
                        .matching(row -> inputs(row, Pair::before), row -> inputs(row, Pair::after))
                        .pairs(row -> row.id() + row.cells())
                        .stream()
                        .map(this::row)
                        .toList();
    }

    private static Optional<?> heading(Column column) {
        return Optional.of(List.of(column.role(), column.label()));
    }

    private static Optional<?> id(Row row) {
        return Optional.of(row.id()).filter(id -> !id.isEmpty());
    }

    /** What a rule is asked for, in the columns that both tables have; nothing, if they have none in common. */
    private Optional<?> inputs(Row row, Function<Pair<Column>, Optional<Column>> side) {
        List<String> inputs = columns.stream()
                .filter(pair -> pair.before().isPresent()
                        && pair.after().isPresent()
                        && pair.after().get().role() == Role.INPUT)
                .map(pair -> row.cell(side.apply(pair)))
                .toList();
        return Optional.of(inputs).filter(values -> !values.isEmpty());
    }

    private RowChange row(Pair<Row> pair) {
        List<Cell> cells = columns.stream().map(column -> cell(column, pair)).toList();
        boolean changed = cells.stream().anyMatch(Cell::changed);
        return new RowChange(
                kind(pair, changed),
                pair.before().isPresent() ? pair.indexBefore() + 1 : null,
                pair.after().isPresent() ? pair.indexAfter() + 1 : null,
                pair.after().or(pair::before).orElseThrow().id(),
                pair.moved(),
                cells);
    }

    private static Cell cell(Pair<Column> column, Pair<Row> row) {
        String old = row.before().map(known -> known.cell(column.before())).orElse(null);
        String proposed = row.after().map(known -> known.cell(column.after())).orElse(null);
        boolean changed = !Objects.requireNonNullElse(old, "").equals(Objects.requireNonNullElse(proposed, ""));
        String heading = column.after().or(column::before).orElseThrow().label();
        return new Cell(heading, VisibleText.of(old), VisibleText.of(proposed), changed);
    }

    private static ChangeKind kind(Pair<?> pair, boolean changed) {
        if (pair.before().isEmpty()) {
            return ChangeKind.ADDED;
        }
        if (pair.after().isEmpty()) {
            return ChangeKind.REMOVED;
        }
        if (changed) {
            return ChangeKind.CHANGED;
        }
        return pair.moved() ? ChangeKind.MOVED : ChangeKind.SAME;
    }

    private static PropertyComparison comparison() {
        return new PropertyComparison(
                (property, value) -> VisibleText.of(value.text()), (property, value) -> VisibleText.of(value.text()));
    }
}
