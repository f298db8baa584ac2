package com.leecyber.support.inspection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A search as its form or a link has it; every text may be empty, none is null.
 *
 * @param from the first day of registration, such as {@code 2026-11-01}
 * @param to the last day of registration
 * @param breach {@code none}, {@code any}, or the kind of a broken promise
 * @param state {@code open} or {@code closed}
 */
record TypedSearch(
        String number,
        String customer,
        String agent,
        String from,
        String to,
        String closedFrom,
        String closedTo,
        String clause,
        String breach,
        String type,
        String channel,
        String priority,
        String state,
        String reason) {

    TypedSearch {
        number = given(number);
        customer = given(customer);
        agent = given(agent);
        from = given(from);
        to = given(to);
        closedFrom = given(closedFrom);
        closedTo = given(closedTo);
        clause = given(clause);
        breach = given(breach);
        type = given(type);
        channel = given(channel);
        priority = given(priority);
        state = given(state);
        reason = given(reason);
    }

    private static String given(String text) {
        // The database knows no such character.
        return text == null ? "" : text.replace("\0", "").strip();
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("customer", customer);
        fields.put("agent", agent);
        fields.put("from", from);
        fields.put("to", to);
        fields.put("closedFrom", closedFrom);
        fields.put("closedTo", closedTo);
        fields.put("clause", clause);
        fields.put("breach", breach);
        fields.put("type", type);
        fields.put("channel", channel);
        fields.put("priority", priority);
        fields.put("state", state);
        fields.put("reason", reason);
        return fields;
    }

    /** As an address asks for it; empty when nothing is asked. */
    public String query() {
        return Queries.of(fields());
    }

    /** Whether only the number is asked for. */
    boolean isNumberOnly() {
        return !number.isEmpty() && query().equals(Queries.of(Map.of("number", number)));
    }
}
