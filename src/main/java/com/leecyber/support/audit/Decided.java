package com.leecyber.support.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a decision table was asked and what it answered, as the journal keeps it below {@value #KEY}.
 *
 * @param table the table and its version, such as {@code priority:3}
 * @param rule the name of the row that fired
 * @param clause the regulation's clause behind the row
 * @param facts the table's inputs by name
 * @param answer the row's other outputs by name
 */
@JsonPropertyOrder({"answer", "clause", "facts", "rule", "table"})
public record Decided(String table, String rule, String clause, Map<String, Object> facts, Map<String, Object> answer) {

    /** The key of an entry's details; its value is a list, for an entry may rest on several answers. */
    public static final String KEY = "decided";

    public Decided {
        facts = new TreeMap<>(facts);
        answer = new TreeMap<>(answer);
    }

    /** The details of an entry that rests on nothing else. */
    public Map<String, Object> alone() {
        return Map.of(KEY, List.of(this));
    }
}
