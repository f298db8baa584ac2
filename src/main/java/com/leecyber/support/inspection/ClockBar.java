package com.leecyber.support.inspection;

import com.leecyber.support.sla.ClockReading;
import com.leecyber.support.sla.Interval;
import com.leecyber.support.sla.IntervalReason;
import com.leecyber.support.sla.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plot of a clock: its time from left to right, and where deadlines stand. All places are percent of the width. */
record ClockBar(List<Piece> pieces, List<Mark> marks, Instant from, Instant to) {

    /** A stretch of time. */
    record Piece(String x, String width, IntervalReason reason) {}

    /** A deadline. */
    record Mark(String x, Promise promise) {}

    /** Null when there is no time to show. */
    static ClockBar of(ClockReading reading) {
        List<Interval> intervals = reading.intervals();
        if (intervals.isEmpty()) {
            return null;
        }
        Instant from = intervals.get(0).from();
        Instant to = reading.promises().stream()
                .map(Promise::dueAt)
                .filter(due -> due.isBefore(end(intervals).plus(Duration.between(from, end(intervals)))))
                .reduce(end(intervals), (one, other) -> one.isAfter(other) ? one : other);
        List<Piece> pieces = new ArrayList<>();
        intervals.forEach(interval -> pieces.add(new Piece(
                percent(from, interval.from(), from, to),
                percent(interval.from(), interval.to(), from, to),
                interval.reason())));
        List<Mark> marks = reading.promises().stream()
                .filter(promise -> !promise.dueAt().isAfter(to))
                .map(promise -> new Mark(percent(from, promise.dueAt(), from, to), promise))
                .toList();
        return new ClockBar(pieces, marks, from, to);
    }

    private static Instant end(List<Interval> intervals) {
        return intervals.get(intervals.size() - 1).to();
    }

    private static String percent(Instant one, Instant other, Instant from, Instant to) {
        double part = Duration.between(one, other).toMillis();
        return String.format(
                Locale.ROOT,
                "%.3f%%",
                100 * part / Math.max(1, Duration.between(from, to).toMillis()));
    }
}
