package com.leecyber.support.sla;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a ticket's facts amount to at one moment.
 *
 * @param promises every promise ever made, by number
 * @param intervals the explanation: from registration to that moment, or to the closure, without gaps or overlaps
 */
public record ClockReading(List<Promise> promises, List<Interval> intervals) {

    static final Comparator<Promise> MOST_URGENT =
            Comparator.comparing(Promise::dueAt).thenComparing(Promise::number);

    public ClockReading {
        promises = List.copyOf(promises);
        intervals = List.copyOf(intervals);
    }

    /** The owed promise with the earliest deadline, overdue ones included; empty when nothing is owed. */
    public Optional<Promise> nextDue() {
        return promises.stream().filter(Promise::owed).min(MOST_URGENT);
    }
}
