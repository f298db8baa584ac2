package com.leecyber.support.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An entry of a ticket's journal, as far as figures need it.
 *
 * @param clause what the entry names, or null
 * @param exclusionClause the clause that excludes the ticket (R7.2), which only its resolution names; else null
 */
record Deed(Instant at, String actor, String kind, String clause, String exclusionClause) {

    private static final Set<String> DECISIONS =
            Set.of("TRIAGE_DECIDED", "FIRST_LINE_DECIDED", "DIAGNOSIS_DECIDED", "REPAIR_DECIDED", "APPROVAL_DECIDED");

    private static final List<String> NO_PEOPLE = List.of("system:", "api:", "customer:");

    /** Whether a person of the desk did it. */
    boolean isByAgent() {
        return isAgent(actor);
    }

    boolean isDecision() {
        return DECISIONS.contains(kind);
    }

    boolean isNote() {
        return kind.equals("NOTE_ADDED");
    }

    /** Whether that is the name of a person of the desk, and not of a customer, a program or the system. */
    static boolean isAgent(String actor) {
        return actor != null && NO_PEOPLE.stream().noneMatch(actor::startsWith);
    }
}
