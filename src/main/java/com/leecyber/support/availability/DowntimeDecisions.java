package com.leecyber.support.availability;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.Decided;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.ticket.Exclusions;
import com.leecyber.support.ticket.Exclusions.Exclusion;
import com.leecyber.support.ticket.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a shift lead decides about an interval without service: whether it counts (R7.2) and what its limits were (R7.1).
 *
 * <p>Whoever decides names the state of the interval that they saw ({@link Downtime#state()}); when it is no longer so, they
 * look again.
 */
@Service
@Transactional
class DowntimeDecisions {

    static final int REASON_LENGTH = 1_000;

    private final DowntimeRecords records;
    private final Exclusions exclusions;
    private final Journal journal;
    private final Clock clock;

    DowntimeDecisions(DowntimeRecords records, Exclusions exclusions, Journal journal, Clock clock) {
        this.records = records;
        this.exclusions = exclusions;
        this.journal = journal;
        this.clock = clock;
    }

    /** What an interval can be excluded for: the rows of the table that do not count against availability. */
    List<Exclusion> choices() {
        return exclusions.codes().stream()
                .map(exclusions::get)
                .filter(exclusion -> !exclusion.countsAgainstAvailability())
                .toList();
    }

    /**
     * Excludes it (R7.2).
     *
     * @throws InvalidInput when the table has no such row, the row counts all the same, or no reason is given
     * @throws StaleDecision when the interval is no longer as it was seen
     */
    void exclude(long id, String seen, String code, String why) {
        String reason = reason(why);
        if (code.isEmpty()) {
            throw new InvalidInput("exclusion", "input.choose");
        }
        Exclusion exclusion = exclusions.get(code);
        if (exclusion.countsAgainstAvailability()) {
            throw new InvalidInput("exclusion", "availability.counts-all-the-same", exclusion.label());
        }
        Downtime downtime = locked(id, seen);
        decide(downtime, exclusion, reason);
    }

    /**
     * Lets it count again.
     *
     * @throws InvalidInput when it counts already, or no reason is given
     * @throws StaleDecision when the interval is no longer as it was seen
     */
    void countAgain(long id, String seen, String why) {
        String reason = reason(why);
        Downtime downtime = locked(id, seen);
        if (!downtime.isExcluded()) {
            throw new InvalidInput("why", "availability.counts-already");
        }
        records.decide(downtime.id(), null, null, null, reason, Actor.current(), clock.instant());
        record(downtime, EventKind.DOWNTIME_EXCLUDED, "R7.1", Map.of("counts", true, "why", reason));
    }

    /**
     * Corrects its limits (R7.1).
     *
     * @param limits open only while the interval is
     * @throws InvalidInput when a limit lies in the future, an end is taken away, or no reason is given
     * @throws StaleDecision when the interval is no longer as it was seen
     */
    void correct(long id, String seen, Interval limits, String why) {
        String reason = reason(why);
        refuseFuture("from", limits.from());
        if (!limits.isOpen()) {
            refuseFuture("to", limits.to());
        }
        Downtime downtime = locked(id, seen);
        if (limits.isOpen() && !downtime.interval().isOpen()) {
            throw new InvalidInput("to", "input.required");
        }
        records.correct(id, limits);
        record(
                downtime,
                EventKind.DOWNTIME_CORRECTED,
                "R7.1",
                Map.of("before", moments(downtime.interval()), "after", moments(limits), "why", reason));
    }

    private void decide(Downtime downtime, Exclusion exclusion, String reason) {
        records.decide(
                downtime.id(),
                exclusion.code(),
                exclusion.clause(),
                exclusion.version(),
                reason,
                Actor.current(),
                clock.instant());
        record(
                downtime,
                EventKind.DOWNTIME_EXCLUDED,
                exclusion.clause(),
                Map.of(
                        "counts",
                        false,
                        "exclusion",
                        exclusion.code(),
                        "decision",
                        exclusion.version(),
                        "why",
                        reason,
                        Decided.KEY,
                        List.of(exclusion.decided())));
    }

    private void record(Downtime downtime, EventKind kind, String clause, Map<String, ?> more) {
        Map<String, Object> details = new TreeMap<>(more);
        details.put("interval", downtime.id());
        details.put("service", downtime.service() == null ? Downtimes.PLATFORM : downtime.service());
        journal.record(downtime.reference(), kind, clause, details);
    }

    private Downtime locked(long id, String seen) {
        Downtime downtime = records.lock(id).orElseThrow(NoSuchInterval::new);
        if (!downtime.state().equals(seen)) {
            throw new StaleDecision();
        }
        return downtime;
    }

    private void refuseFuture(String field, Instant moment) {
        if (moment.isAfter(clock.instant())) {
            throw new InvalidInput(field, "availability.in-the-future");
        }
    }

    private static Map<String, Object> moments(Interval limits) {
        return limits.isOpen() ? Map.of("from", limits.from()) : Map.of("from", limits.from(), "to", limits.to());
    }

    private static String reason(String why) {
        String reason = why.strip();
        if (reason.isEmpty()) {
            throw new InvalidInput("why", "input.required");
        }
        if (reason.length() > REASON_LENGTH) {
            throw new InvalidInput("why", "input.too-long", REASON_LENGTH, reason.length());
        }
        if (reason.indexOf('\0') >= 0) {
            throw new InvalidInput("why", "input.control-character");
        }
        return reason;
    }
}
