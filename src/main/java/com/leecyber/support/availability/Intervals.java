package com.leecyber.support.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of moments, however many intervals named them.
 *
 * @param stretches in their order; none is empty, no two overlap or touch
 */
record Intervals(List<Interval> stretches) {

    static final Intervals NONE = new Intervals(List.of());

    /** All moments of some intervals; what overlaps or touches becomes one. */
    static Intervals of(Collection<Interval> intervals) {
        List<Interval> merged = new ArrayList<>();
        intervals.stream()
                .filter(interval -> !interval.isEmpty())
                .sorted(Comparator.comparing(Interval::from))
                .forEach(next -> add(next, merged));
        return new Intervals(List.copyOf(merged));
    }

    private static void add(Interval next, List<Interval> merged) {
        int last = merged.size() - 1;
        if (last < 0 || next.from().isAfter(merged.get(last).to())) {
            merged.add(next);
        } else if (next.to().isAfter(merged.get(last).to())) {
            merged.set(last, new Interval(merged.get(last).from(), next.to()));
        }
    }

    Intervals and(Intervals others) {
        return of(Stream.concat(stretches.stream(), others.stretches.stream()).toList());
    }

    Intervals within(Interval period) {
        return new Intervals(stretches.stream()
                .flatMap(stretch -> stretch.within(period).stream())
                .toList());
    }

    Intervals without(Intervals others) {
        return new Intervals(stretches.stream()
                .flatMap(stretch -> gaps(stretch, others.within(stretch)).stream())
                .toList());
    }

    private static List<Interval> gaps(Interval stretch, Intervals holes) {
        List<Interval> gaps = new ArrayList<>();
        Instant from = stretch.from();
        for (Interval hole : holes.stretches) {
            if (from.isBefore(hole.from())) {
                gaps.add(new Interval(from, hole.from()));
            }
            from = hole.to();
        }
        if (from.isBefore(stretch.to())) {
            gaps.add(new Interval(from, stretch.to()));
        }
        return gaps;
    }

    /** How long they last together. */
    Duration total() {
        return stretches.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
    }
}
