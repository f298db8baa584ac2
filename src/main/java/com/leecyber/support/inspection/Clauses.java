package com.leecyber.support.inspection;

import java.util.List;

/** The clauses of the regulation that the journal names (docs/regulation.md). */
final class Clauses {

    /** What R7.2 excludes, in the order of its text. */
    static final List<String> EXCLUSIONS = List.of("R7.2.1", "R7.2.2", "R7.2.3", "R7.2.4", "R7.2.5");

    /** All of them. */
    static final List<String> ALL = List.of(
            "R1.4", "R3.1.1", "R3.1.2", "R3.2", "R4.1", "R4.2", "R5.1", "R5.2", "R5.3", "R5.4b", "R5.4c", "R6.1",
            "R6.2", "R7.1", "R7.2", "R7.2.1", "R7.2.2", "R7.2.3", "R7.2.4", "R7.2.5");

    private Clauses() {}
}
