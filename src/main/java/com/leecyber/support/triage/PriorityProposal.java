package com.leecyber.support.triage;

import com.leecyber.support.audit.Decided;
import com.leecyber.support.ticket.Priority;

/**
 * A proposed priority and why (R4.2).
 *
 * @param rule the id of the rule that fired
 * @param criterion the criterion in the regulation's words
 * @param decided what the decision table was asked and answered
 */
public record PriorityProposal(Priority priority, String rule, String clause, String criterion, Decided decided) {

    /** The version of the decision table. */
    public String decisionVersion() {
        return decided.table();
    }
}
