package com.leecyber.support.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An element as it was read; its name and its attributes carry the prefix that we know their namespace by. */
final class Xml {

    /** The prefix of names in a namespace that nobody here knows. */
    static final String UNKNOWN = "?";

    final String name;
    final int line;
    final Xml parent;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Xml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Xml(String name, int line, Xml parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** Its attribute, an empty text when it has none. */
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    String id() {
        return get("id");
    }

    /** What a finding about it names: its id or the nearest one around it, else its line. */
    String place() {
        for (Xml element = this; element != null; element = element.parent) {
            if (!element.id().isEmpty()) {
                return element.id();
            }
        }
        return "line " + line;
    }

    void append(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    /** Its own text, comments left out, without the white space around. */
    String text() {
        return text.toString().strip();
    }

    List<Xml> children(String wanted) {
        return children.stream().filter(child -> child.is(wanted)).toList();
    }

    /** The text of its first child of a name, or an empty text. */
    String textOf(String wanted) {
        return children(wanted).stream().map(Xml::text).findFirst().orElse("");
    }

    /** The elements inside its extension elements. */
    List<Xml> extensions(String wanted) {
        return children("bpmn:extensionElements").stream()
                .flatMap(extensions -> extensions.children(wanted).stream())
                .toList();
    }

    /** Itself and everything below it, as written. */
    void walk(Consumer<Xml> visitor) {
        Deque<Xml> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Xml element = open.pop();
            visitor.accept(element);
            for (int last = element.children.size() - 1; last >= 0; last--) {
                open.push(element.children.get(last));
            }
        }
    }

    List<Xml> all(String wanted) {
        List<Xml> found = new ArrayList<>();
        walk(element -> {
            if (element.is(wanted)) {
                found.add(element);
            }
        });
        return found;
    }
}
