package com.leecyber.support.difference;

import java.util.Set;

/**
 * One property that differs; null where a side does not have it.
 *
 * @param property its name in the file ({@code camunda:formKey}), whatever prefix the file uses; the bundles know a
 *     readable one under {@link #messageKey()}
 * @param before as it is in force, readable: references carry the label of what they name
 * @param after as proposed
 */
public record PropertyChange(String property, String before, String after) {

    private static final Set<String> SWITCHES = Set.of(
            "cancelActivity",
            "isInterrupting",
            "triggeredByEvent",
            "isForCompensation",
            "isExecutable",
            "camunda:asyncBefore",
            "camunda:asyncAfter",
            "camunda:exclusive");

    /** The key of its readable name in the message bundles. */
    public String messageKey() {
        return "difference.property." + property.replace(':', '.');
    }

    /** The key of a readable value in the message bundles, null where the value is told as it is. */
    public String beforeKey() {
        return valueKey(before);
    }

    /** As {@link #beforeKey()}, of the proposed value. */
    public String afterKey() {
        return valueKey(after);
    }

    private String valueKey(String value) {
        if (SWITCHES.contains(property)) {
            return "difference.switch." + value;
        }
        return switch (property) {
            case "type" -> "difference.type." + value;
            case "eventDefinition" -> "difference.event." + value;
            default -> null;
        };
    }
}
