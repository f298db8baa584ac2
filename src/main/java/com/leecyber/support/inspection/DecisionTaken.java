package com.leecyber.support.inspection;

import com.leecyber.support.proof.JournalEntry;
import java.util.List;

/**
 * One answer of a decision table, or one decision of a person.
 *
 * @param entry the entry that tells of it
 * @param sentence what happened, in the reader's language
 * @param rule the rule that fired, with its table's version; null when a person decided
 * @param clause the regulation's clause, or null
 * @param inputs what the table was asked; empty in entries of before
 * @param answer what it answered
 * @param overridden what a person decided instead, or null
 * @param reason why they did, or null
 */
record DecisionTaken(
        JournalEntry entry,
        String sentence,
        RuleLink rule,
        String clause,
        List<Value> inputs,
        List<Value> answer,
        String overridden,
        String reason) {

    /** A name with its value, both as the table has them. */
    record Value(String name, String value) {}
}
