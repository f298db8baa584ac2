package com.leecyber.support.availability;

import java.time.Instant;

/**
 * Somebody decided whether an interval counts (R7.2).
 *
 * @param exclusion the code of the table {@code exclusion}; null: it counts again
 * @param clause the clause of R7.2; null when it counts again
 * @param version the version of the table that named the clause; null when it counts again
 * @param reason why, in the words of whoever decided
 */
record ExclusionDecision(
        long id, String exclusion, String clause, String version, String reason, String decidedBy, Instant decidedAt) {

    boolean excludes() {
        return exclusion != null;
    }
}
