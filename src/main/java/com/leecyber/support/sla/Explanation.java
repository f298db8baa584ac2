package com.leecyber.support.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says what every moment of a ticket was spent on.
 *
 * <p>A moment belongs to the promise that is most urgent then: of those owed, the one with the earliest deadline. When
 * none is owed, either the customer has the word or everything is answered. The promises count as they stand in the end:
 * a window that was corrected to one already missed was missed from its new deadline on, and a hardware fault counts from
 * its detection.
 */
record Explanation(List<Promise> promises, NavigableMap<Instant, Boolean> waitingFrom) {

    private static final String WAITING_CLAUSE = "R5.2";
    private static final String NO_CLOCK_CLAUSE = "R5.4a";

    List<Interval> until(Instant end) {
        List<Interval> intervals = new ArrayList<>();
        Instant from = null;
        for (Instant to : cutsUntil(end)) {
            if (from != null) {
                intervals.add(interval(from, to));
            }
            from = to;
        }
        return intervals;
    }

    private NavigableSet<Instant> cutsUntil(Instant end) {
        NavigableSet<Instant> cuts = new TreeSet<>(waitingFrom.keySet());
        cuts.add(end);
        promises.stream()
                .flatMap(promise -> missed(promise)
                        ? Stream.of(promise.startedAt(), promise.dueAt())
                        : Stream.of(promise.startedAt()))
                .forEach(cuts::add);
        return cuts.subSet(waitingFrom.firstKey(), true, end, true);
    }

    private static boolean missed(Promise promise) {
        return promise.verdict() == Verdict.BREACHED;
    }

    private Interval interval(Instant from, Instant to) {
        return promises.stream()
                .filter(promise -> promise.owedAt(from))
                .min(ClockReading.MOST_URGENT)
                .map(promise -> new Interval(from, to, reason(promise, from), promise.clause()))
                .orElseGet(() -> withoutPromise(from, to));
    }

    private static IntervalReason reason(Promise promise, Instant from) {
        return promise.dueAt().isAfter(from)
                ? IntervalReason.awaiting(promise.kind())
                : IntervalReason.overdue(promise.kind());
    }

    private Interval withoutPromise(Instant from, Instant to) {
        return waitingFrom.floorEntry(from).getValue()
                ? new Interval(from, to, IntervalReason.WAITING_FOR_CUSTOMER, WAITING_CLAUSE)
                : new Interval(from, to, IntervalReason.ANSWERED, NO_CLOCK_CLAUSE);
    }
}
