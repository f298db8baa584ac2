package com.leecyber.support.difference;

import com.leecyber.support.difference.Value.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Which properties differ, and how to say it. */
final class PropertyComparison {

    /** What the standard and Camunda take for granted, so that to write it down is no change. */
    private static final Map<String, String> TAKEN_FOR_GRANTED = Map.of(
            "cancelActivity", "true",
            "isInterrupting", "true",
            "triggeredByEvent", "false",
            "isForCompensation", "false",
            "camunda:asyncBefore", "false",
            "camunda:asyncAfter", "false",
            "camunda:exclusive", "true",
            "hitPolicy", "UNIQUE");

    private final BiFunction<String, Value, String> shownBefore;
    private final BiFunction<String, Value, String> shownAfter;
    private final List<PropertyChange> changes = new ArrayList<>();

    /** Takes how to show a property's value on either side. */
    PropertyComparison(BiFunction<String, Value, String> shownBefore, BiFunction<String, Value, String> shownAfter) {
        this.shownBefore = shownBefore;
        this.shownAfter = shownAfter;
    }

    /** All that differs between two that exist. */
    List<PropertyChange> between(Map<String, List<Value>> before, Map<String, List<Value>> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> compare(name, valuesOf(before, name), valuesOf(after, name)));
        return changes;
    }

    /** All that something new says. */
    List<PropertyChange> allOf(Map<String, List<Value>> after) {
        after.forEach((name, values) -> values.forEach(value -> changed(name, null, value)));
        return changes;
    }

    /** All that something which is to go said. */
    List<PropertyChange> allOfRemoved(Map<String, List<Value>> before) {
        before.forEach((name, values) -> values.forEach(value -> changed(name, value, null)));
        return changes;
    }

    private static List<Value> valuesOf(Map<String, List<Value>> properties, String name) {
        List<Value> values = properties.get(name);
        if (values != null) {
            return values;
        }
        return TAKEN_FOR_GRANTED.containsKey(name)
                ? List.of(new Value(Origin.ATTRIBUTE, TAKEN_FOR_GRANTED.get(name)))
                : List.of();
    }

    private void compare(String name, List<Value> before, List<Value> after) {
        if (before.equals(after)) {
            return;
        }
        List<Value> gone = without(before, after);
        List<Value> come = without(after, before);
        for (int index = 0; index < Math.max(gone.size(), come.size()); index++) {
            changed(name, at(gone, index), at(come, index));
        }
        // Listeners and mappings run in the file's order.
        if (name.startsWith("camunda:") && !without(before, gone).equals(without(after, come))) {
            changes.add(new PropertyChange(name, joined(name, before, shownBefore), joined(name, after, shownAfter)));
        }
    }

    private void changed(String name, Value before, Value after) {
        changes.add(new PropertyChange(
                name,
                before == null ? null : shownBefore.apply(name, before),
                after == null ? null : shownAfter.apply(name, after)));
    }

    private static String joined(String name, List<Value> values, BiFunction<String, Value, String> shown) {
        return values.stream().map(value -> shown.apply(name, value)).collect(Collectors.joining("\n"));
    }

    private static Value at(List<Value> values, int index) {
        return index < values.size() ? values.get(index) : null;
    }

    /** What is left of these when each of the others has struck out one equal to it. */
    private static List<Value> without(List<Value> values, List<Value> others) {
        Map<Value, Integer> struck = new HashMap<>();
        others.forEach(other -> struck.merge(other, 1, Integer::sum));
        return values.stream()
                .filter(value -> struck.merge(value, -1, Integer::sum) < 0)
                .toList();
    }
}
