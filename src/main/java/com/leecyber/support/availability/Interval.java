package com.leecyber.support.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time.
 *
 * @param from its beginning, included
 * @param to its end, excluded; null becomes the end of time: it lasts on
 */
record Interval(Instant from, Instant to) {

    Interval {
        to = to == null ? Instant.MAX : to;
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("An interval cannot end at " + to + " before it begins at " + from);
        }
    }

    public boolean isOpen() {
        return to.equals(Instant.MAX);
    }

    boolean isEmpty() {
        return from.equals(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** What of it lies within another; empty when they share no moment. */
    Optional<Interval> within(Interval other) {
        Instant later = from.isAfter(other.from) ? from : other.from;
        Instant earlier = to.isBefore(other.to) ? to : other.to;
        return later.isBefore(earlier) ? Optional.of(new Interval(later, earlier)) : Optional.empty();
    }
}
