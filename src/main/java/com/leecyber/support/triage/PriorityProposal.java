package com.leecyber.support.triage;

import com.leecyber.support.ticket.Priority;

/**
 * A proposed priority and why (R4.2).
 *
 * @param rule the id of the rule that fired
 * @param criterion the criterion in the regulation's words
 * @param decisionVersion the version of the decision table
 */
public record PriorityProposal(
        Priority priority, String rule, String clause, String criterion, String decisionVersion) {}
