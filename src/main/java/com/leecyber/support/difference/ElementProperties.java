package com.leecyber.support.difference;

import com.leecyber.support.difference.Value.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What an element says about itself, by name; a name may have several values, in the file's order. */
final class ElementProperties {

    /** Elements that only hold others together. */
    private static final Set<String> WRAPPERS =
            Set.of("extensionElements", "camunda:inputOutput", "camunda:properties", "camunda:formData");

    private static final String EVENT_DEFINITION = "EventDefinition";

    private final Map<String, List<Value>> values = new LinkedHashMap<>();

    private ElementProperties() {}

    /**
     * @param ignored attributes, by qualified name
     * @param elsewhere children that are told elsewhere
     */
    static Map<String, List<Value>> of(Element element, Set<String> ignored, Predicate<Element> elsewhere) {
        ElementProperties properties = new ElementProperties();
        for (Attr attribute : Value.attributes(element)) {
            String name = QualifiedName.of(attribute);
            if (!ignored.contains(name)) {
                properties.put(name, Value.of(attribute));
            }
        }
        for (Element child : XmlFile.children(element)) {
            if (!elsewhere.test(child)) {
                properties.add(child);
            }
        }
        return Collections.unmodifiableMap(properties.values);
    }

    private void add(Element child) {
        String name = QualifiedName.of(child);
        if (WRAPPERS.contains(name)) {
            addParts(child, name + ".");
        } else if (name.endsWith(EVENT_DEFINITION)) {
            String kind = name.substring(0, name.length() - EVENT_DEFINITION.length());
            put("eventDefinition", new Value(Origin.STRUCTURE, kind));
            addParts(child, "eventDefinition.");
        } else {
            put(name, Value.of(child));
        }
    }

    private void addParts(Element child, String prefix) {
        for (Attr attribute : Value.attributes(child)) {
            String name = QualifiedName.of(attribute);
            // The event has an id and a name itself.
            boolean ambiguous = name.equals("id") || name.equals("name");
            put(ambiguous ? prefix + name : name, Value.of(attribute));
        }
        XmlFile.children(child).forEach(this::add);
    }

    private void put(String name, Value value) {
        values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
    }
}
