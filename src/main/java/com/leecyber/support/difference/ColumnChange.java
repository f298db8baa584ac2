package com.leecyber.support.difference;

import java.util.List;

/**
 * One column of a decision table, changed or not.
 *
 * @param label its heading, else its name or expression
 * @param properties what differs, if it was there before and still is
 */
public record ColumnChange(ChangeKind kind, Role role, String label, List<PropertyChange> properties) {

    /** Which part of a rule stands in the column. */
    public enum Role {
        INPUT,
        OUTPUT,
        ANNOTATION
    }

    public ColumnChange {
        properties = List.copyOf(properties);
    }
}
