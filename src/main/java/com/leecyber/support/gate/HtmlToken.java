package com.leecyber.support.gate;

import java.util.Map;

/**
 * A piece of a form as it is written.
 *
 * @param kind what it is
 * @param text its text, or the name of its tag
 * @param attributes of a start tag, in their order; an attribute without a value has null
 * @param line where it stands, counted from 1
 */
record HtmlToken(Kind kind, String text, Map<String, String> attributes, int line) {

    enum Kind {
        START,
        END,
        TEXT,
        COMMENT
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** Its attribute, an empty text when it has none or no value. */
    String get(String attribute) {
        String value = attributes.get(attribute);
        return value == null ? "" : value;
    }

    /** What a finding about it names: its id, or the line. */
    String place() {
        return get("id").isEmpty() ? "line " + line : get("id");
    }
}
