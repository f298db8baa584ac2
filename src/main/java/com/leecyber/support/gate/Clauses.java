package com.leecyber.support.gate;

import java.util.Set;

/** The clauses of the regulation that a table may answer with. */
final class Clauses {

    static final Set<String> KNOWN = Set.of(
            "R1.4", "R2", "R3.1", "R3.1.1", "R3.1.2", "R3.2", "R4.1", "R4.2", "R5.1", "R5.2", "R5.3", "R5.4a", "R5.4b",
            "R5.4c", "R6.1", "R6.2", "R7.1", "R7.2", "R7.2.1", "R7.2.2", "R7.2.3", "R7.2.4", "R7.2.5");

    private Clauses() {}
}
