package com.leecyber.support.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An allow-list of elements, their attributes and their children, written one element a line:
 * {@code element | attributes | children}.
 *
 * <p>An attribute may carry the kind of its value ({@code isExecutable=yes-no}); a child that may stand more than once ends
 * in {@code *}; {@code #text} allows text.
 */
final class Grammar {

    private static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_TEXT = 10_000;

    private static final Map<String, Pattern> VALUES = Map.of(
            "yes-no", Pattern.compile("true|false"),
            "rank", Pattern.compile("\\d{1,3}"),
            "coordinate", Pattern.compile("-?\\d{1,6}(\\.\\d{1,12})?"),
            "feel", Pattern.compile("feel|https://www\\.omg\\.org/spec/DMN/20191111/FEEL/"),
            "formal", Pattern.compile("([A-Za-z][A-Za-z0-9]*:)?tFormalExpression"),
            "binding", Pattern.compile("latest|deployment"),
            "single", Pattern.compile("singleEntry"));

    private final String root;
    private final Map<String, Words> elements;
    private final Map<String, String> reasons;

    private record Words(Map<String, Pattern> attributes, Map<String, Boolean> children) {}

    /**
     * A grammar.
     *
     * @param lines its elements, the root first
     * @param reasons rules of their own for what is forbidden for a known reason, by element or attribute
     */
    Grammar(String lines, Map<String, String> reasons) {
        this.elements = new LinkedHashMap<>();
        this.reasons = reasons;
        List<String[]> rows = lines.lines().map(line -> line.split("\\|", -1)).toList();
        this.root = rows.get(0)[0].strip();
        rows.forEach(row -> {
            for (String element : words(row[0])) {
                elements.put(element, new Words(attributes(row[1]), children(row[2])));
            }
        });
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, Pattern> attributes(String cell) {
        Map<String, Pattern> attributes = new HashMap<>();
        for (String word : words(cell)) {
            String[] parts = word.split("=");
            attributes.put(parts[0], parts.length == 1 ? null : VALUES.get(parts[1]));
        }
        return attributes;
    }

    private static Map<String, Boolean> children(String cell) {
        Map<String, Boolean> children = new HashMap<>();
        for (String word : words(cell)) {
            children.put(word.replace("*", ""), word.endsWith("*"));
        }
        return children;
    }

    /** Reports everything that is not on the list; what stands inside a refused element is not looked at. */
    void check(Xml document, Report report) {
        if (!document.is(root)) {
            refuse(document, document.name, "unknown-element", report);
            return;
        }
        Deque<Xml> open = new ArrayDeque<>(List.of(document));
        while (!open.isEmpty()) {
            Xml element = open.pop();
            Words known = elements.get(element.name);
            attributes(element, known, report);
            text(element, known, report);
            Set<String> seen = new HashSet<>();
            for (Xml child : element.children) {
                Boolean repeatable = known.children().get(child.name);
                if (repeatable == null || !elements.containsKey(child.name)) {
                    refuse(child, child.name, "unknown-element", report);
                } else if (!seen.add(child.name) && !repeatable) {
                    report.refuse("twice", child.place(), child.name);
                } else {
                    open.push(child);
                }
            }
        }
    }

    private void attributes(Xml element, Words known, Report report) {
        element.attributes.forEach((name, value) -> {
            if (!known.attributes().containsKey(name)) {
                refuse(element, name, "unknown-attribute", report);
                return;
            }
            Pattern pattern = known.attributes().get(name);
            boolean fits = pattern == null
                    ? value.length() <= LONGEST_VALUE
                    // An expression is refused for being one, and with that reason.
                    : pattern.matcher(value).matches() || Expressions.isIn(value);
            if (!fits) {
                report.refuse(reasons.getOrDefault(name, "bad-value"), element.place(), name, value);
            }
        });
    }

    private static void text(Xml element, Words known, Report report) {
        String text = element.text();
        if (!text.isEmpty() && !known.children().containsKey("#text")) {
            report.refuse("text", element.place(), text);
        } else if (text.length() > LONGEST_TEXT) {
            report.refuse("too-large", element.place());
        }
    }

    private void refuse(Xml element, String what, String otherwise, Report report) {
        boolean foreign = what.startsWith(Xml.UNKNOWN);
        String rule = foreign ? "unknown-namespace" : reasons.getOrDefault(what, otherwise);
        report.refuse(rule, element.place(), what);
    }
}
