package com.leecyber.support.inspection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happened, as its form or a link asks for it; every text may be empty, none is null.
 *
 * @param from the first moment in the desk's zone, such as {@code 2026-11-01T09:00}
 * @param to the first moment after it
 * @param number of a ticket, of works, an incident, a change or another chain
 */
record TypedEvents(String from, String to, String actor, String kind, String clause, String number) {

    TypedEvents {
        from = given(from);
        to = given(to);
        actor = given(actor);
        kind = given(kind);
        clause = given(clause);
        number = given(number);
    }

    private static String given(String text) {
        // The database knows no such character.
        return text == null ? "" : text.replace("\0", "").strip();
    }

    /** Whether no time is asked, where one is needed: the whole journal is nobody's question. */
    boolean isEndless() {
        return from.isEmpty() && number.isEmpty();
    }

    TypedEvents since(String moment) {
        return new TypedEvents(moment, to, actor, kind, clause, number);
    }

    /** As an address asks for it; empty when nothing is asked. */
    public String query() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", from);
        fields.put("to", to);
        fields.put("actor", actor);
        fields.put("kind", kind);
        fields.put("clause", clause);
        fields.put("number", number);
        return Queries.of(fields);
    }
}
