package com.leecyber.support.difference;

import java.util.List;

/**
 * What differs between two BPMN files, element by element.
 *
 * @param changes added, removed, changed and moved elements, in this order
 */
public record DiagramDifference(String name, boolean isNew, boolean isRemoved, List<ElementChange> changes)
        implements FileDifference {

    public DiagramDifference {
        changes = List.copyOf(changes);
    }

    /** Lines that only run another way and labels that only stand elsewhere do not count. */
    @Override
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether elements were moved and nothing else: the process works as before. */
    public boolean layoutOnly() {
        return !isEmpty() && count(ChangeKind.MOVED) == changes.size();
    }

    /** The kinds of change that there are, in their order. */
    public List<ChangeKind> kinds() {
        return changes.stream().map(ElementChange::kind).distinct().toList();
    }

    /** How many elements changed in this way. */
    public long count(ChangeKind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
