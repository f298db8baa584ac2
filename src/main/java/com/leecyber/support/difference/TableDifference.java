package com.leecyber.support.difference;

import java.util.List;

/**
 * What differs between two decision tables, row by row.
 *
 * @param properties what differs around the table, the hit policy among it
 * @param hitPolicy the proposed one, or the one in force if the file is to go
 * @param columns all columns of both sides
 * @param rows all rules of both sides, as proposed; removed ones stand where they stood
 */
public record TableDifference(
        String name,
        boolean isNew,
        boolean isRemoved,
        List<PropertyChange> properties,
        String hitPolicy,
        List<ColumnChange> columns,
        List<RowChange> rows)
        implements FileDifference {

    public TableDifference {
        properties = List.copyOf(properties);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    @Override
    public boolean isEmpty() {
        return properties.isEmpty()
                && changedColumns().isEmpty()
                && changedRows().isEmpty();
    }

    /** The columns that are not the same on both sides. */
    public List<ColumnChange> changedColumns() {
        return columns.stream()
                .filter(column -> column.kind() != ChangeKind.SAME)
                .toList();
    }

    /** The rules that are not the same on both sides. */
    public List<RowChange> changedRows() {
        return rows.stream().filter(row -> row.kind() != ChangeKind.SAME).toList();
    }
}
