package com.leecyber.support.difference;

/**
 * One property that differs; null where a side does not have it.
 *
 * @param property its name in the file ({@code camunda:formKey}), whatever prefix the file uses; the bundles know a
 *     readable one under {@link #messageKey()}
 * @param before as it is in force, readable: references carry the label of what they name
 * @param after as proposed
 */
public record PropertyChange(String property, String before, String after) {

    /** The key of its readable name in the message bundles. */
    public String messageKey() {
        return "difference.property." + property.replace(':', '.');
    }
}
