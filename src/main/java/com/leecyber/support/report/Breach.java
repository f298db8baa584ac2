package com.leecyber.support.report;

import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockReading;
import com.leecyber.support.sla.Interval;
import com.leecyber.support.sla.IntervalReason;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.PromiseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A broken promise of a closed ticket, and who had the ticket meanwhile. All times are whole seconds.
 *
 * @param promise the promise's number within its ticket
 * @param kept whether it was kept at all, too late
 * @param late from the deadline to the end of the promise
 * @param untouched from its beginning until somebody of the desk first acted
 * @param waited after that, as long as the customer had the word (R5.2)
 * @param worked the rest
 */
record Breach(
        int promise, PromiseKind kind, Line line, boolean kept, long late, long untouched, long waited, long worked) {

    /** What is recorded so shortly after a promise began belongs to the step that began it. */
    private static final Duration SAME_STEP = Duration.ofSeconds(5);

    /** Who is to keep a promise. */
    enum Line {
        FIRST_LINE,
        SECOND_LINE,
        OPERATIONS
    }

    static Breach of(Promise broken, ClockReading reading, List<ClockFact> facts, List<Deed> deeds) {
        Instant from = broken.startedAt();
        Instant end = broken.settledAt();
        Instant touched = deeds.stream()
                .filter(Deed::isByAgent)
                .map(Deed::at)
                .filter(at -> at.isAfter(from.plus(SAME_STEP)) && at.isBefore(end))
                .findFirst()
                .orElse(end);
        long whole = Duration.between(from, end).toSeconds();
        long untouched = Duration.between(from, touched).toSeconds();
        long waited = Math.min(whole - untouched, waited(reading, touched, end));
        return new Breach(
                broken.number(),
                broken.kind(),
                line(broken, facts),
                facts.stream().anyMatch(fact -> keeps(fact, broken) && fact.at().equals(end)),
                Duration.between(broken.dueAt(), end).toSeconds(),
                untouched,
                waited,
                whole - untouched - waited);
    }

    private static long waited(ClockReading reading, Instant from, Instant to) {
        return reading.intervals().stream()
                .filter(interval -> interval.reason() == IntervalReason.WAITING_FOR_CUSTOMER)
                .map(interval -> overlap(interval, from, to))
                .reduce(Duration.ZERO, Duration::plus)
                .toSeconds();
    }

    private static Duration overlap(Interval interval, Instant from, Instant to) {
        Instant begin = interval.from().isAfter(from) ? interval.from() : from;
        Instant end = interval.to().isBefore(to) ? interval.to() : to;
        return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }

    private static boolean keeps(ClockFact fact, Promise promise) {
        return promise.kind() == PromiseKind.HARDWARE_REPAIR
                ? fact instanceof ClockFact.HardwareRepaired
                : fact instanceof ClockFact.Responded || fact instanceof ClockFact.InformationRequested;
    }

    /** Whoever had the ticket when the promise was made. */
    private static Line line(Promise promise, List<ClockFact> facts) {
        return switch (promise.kind()) {
            case FIRST_RESPONSE -> Line.FIRST_LINE;
            case SECOND_LINE -> Line.SECOND_LINE;
            case HARDWARE_REPAIR -> Line.OPERATIONS;
            case FOLLOW_UP -> {
                Line line = Line.FIRST_LINE;
                for (ClockFact fact : facts) {
                    if (fact.at().isAfter(promise.startedAt())) {
                        break;
                    }
                    if (fact instanceof ClockFact.Escalated) {
                        line = Line.SECOND_LINE;
                    } else if (fact instanceof ClockFact.ReturnedToFirstLine) {
                        line = Line.FIRST_LINE;
                    }
                }
                yield line;
            }
        };
    }
}
