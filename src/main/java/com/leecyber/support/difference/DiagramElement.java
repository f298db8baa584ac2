package com.leecyber.support.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a diagram.
 *
 * @param layout where its shape stands; empty if it has none
 */
record DiagramElement(String id, String type, Map<String, List<Value>> properties, String layout) {

    /** Its name, or the text of a remark; empty if it has none. */
    String name() {
        return firstValue("name")
                .or(() -> firstValue("text"))
                .map(VisibleText::label)
                .orElse("");
    }

    Optional<String> firstValue(String property) {
        return properties.getOrDefault(property, List.of()).stream()
                .map(Value::text)
                .findFirst();
    }

    DiagramElement with(Map<String, List<Value>> others) {
        Map<String, List<Value>> all = new LinkedHashMap<>(properties);
        others.forEach((name, values) -> all.merge(name, values, (one, other) -> {
            List<Value> both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }));
        return new DiagramElement(id, type, all, layout);
    }
}
