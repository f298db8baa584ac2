package com.leecyber.support.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * How long the desk may take, and by which rule (R3.2).
 *
 * @param length in whole seconds, positive
 * @param warningShare the share of the length after which the shift lead is warned: above 0, at most 1
 * @param clause the regulation's clause, such as {@code R3.2}
 * @param rule the row of the decision table, or null when no table decided
 * @param decisionVersion the version of the table that decided, or null when no table decided
 */
public record ResponseWindow(Duration length, double warningShare, String clause, String rule, String decisionVersion) {

    public ResponseWindow {
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(clause, "clause");
        // Stored in whole seconds: a fraction would move the deadline between writing and reading it.
        if (length.isNegative() || length.isZero() || length.getNano() != 0) {
            throw new IllegalArgumentException("A response window is a positive number of whole seconds: " + length);
        }
        if (!(warningShare > 0 && warningShare <= 1)) {
            throw new IllegalArgumentException("A warning share is above 0 and at most 1: " + warningShare);
        }
        // Stored with four decimals, for the same reason.
        warningShare = Math.max(0.0001, Math.round(warningShare * 10_000) / 10_000.0);
    }

    Instant dueAfter(Instant start) {
        return start.plus(length);
    }

    Instant warningAfter(Instant start) {
        return start.plusMillis(Math.round(length.toMillis() * warningShare)).truncatedTo(ChronoUnit.MILLIS);
    }
}
