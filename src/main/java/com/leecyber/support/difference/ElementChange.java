package com.leecyber.support.difference;

import java.util.List;

/**
 * One element of a diagram that differs.
 *
 * @param kind never {@link ChangeKind#SAME}
 * @param elementId its id in the diagram
 * @param type its BPMN name, such as {@code userTask}
 * @param label what a reader sees; of a flow also where it leads; empty if nothing
 * @param properties what differs; everything, of an element that was added or removed; nothing, of one that only moved
 */
public record ElementChange(
        ChangeKind kind, String elementId, String type, String label, List<PropertyChange> properties) {

    public ElementChange {
        properties = List.copyOf(properties);
    }
}
