package com.leecyber.support.difference;

import java.util.List;

/**
 * One rule of a decision table, changed or not.
 *
 * @param positionBefore its row in force, counted from 1, or null
 * @param positionAfter its proposed row, counted from 1, or null
 * @param ruleId its id in the proposed file, or in the one in force if it is to go
 * @param moved whether it changed places with other rules, which with the hit policy FIRST is a change of meaning
 * @param cells one for each of the difference's columns, in their order
 */
public record RowChange(
        ChangeKind kind,
        Integer positionBefore,
        Integer positionAfter,
        String ruleId,
        boolean moved,
        List<Cell> cells) {

    public RowChange {
        cells = List.copyOf(cells);
    }
}
