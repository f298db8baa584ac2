package com.leecyber.support.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of a ticket's time with one reason.
 *
 * @param from its beginning, included
 * @param to its end, excluded; always after {@code from}
 * @param reason what this time was spent on
 * @param clause the regulation's clause behind the reason
 */
public record Interval(Instant from, Instant to, IntervalReason reason, String clause) {

    /** How long it lasted. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
