package com.leecyber.support.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The figures of a period, computed from the raw intervals at each question; nothing computed is stored (R7.1).
 *
 * @param now the moment of the question
 * @param downtimes in the order of their beginning; those outside the period change nothing
 */
record Figures(Interval period, Instant now, List<Downtime> downtimes, AvailabilitySettings settings) {

    /**
     * What an incident or works took from the budget.
     *
     * @param used a moment belongs to whatever began first, so all causes together use what the platform was down
     */
    record Cause(String reference, Duration used) {}

    /** The platform with all its modules: down as soon as one of them is (R7.1: «включая все ее модули»). */
    Figure platform() {
        return of(downtime -> true);
    }

    /** Only what took the whole platform at once. */
    Figure wholePlatform() {
        return of(downtime -> downtime.service() == null);
    }

    /** One service: its own intervals and those of the whole platform. */
    Figure service(String code) {
        return of(downtime -> downtime.concerns(code));
    }

    private Figure of(Predicate<Downtime> which) {
        return Figure.of(period, now, downtimes.stream().filter(which).toList(), settings);
    }

    /** The services that were down in the period, whether the catalogue still knows them or not. */
    Stream<String> servicesDown() {
        return downtimes.stream()
                .filter(downtime -> downtime.interval().within(period).isPresent())
                .map(Downtime::service)
                .filter(Objects::nonNull)
                .distinct();
    }

    /** What used the platform's budget, the greatest first. */
    List<Cause> causes() {
        Interval elapsed = Figure.elapsed(period, now);
        Map<String, Duration> used = new HashMap<>();
        Intervals known = Intervals.NONE;
        for (Downtime downtime :
                downtimes.stream().filter(downtime -> !downtime.isExcluded()).toList()) {
            Intervals own = Intervals.of(List.of(downtime.interval())).within(elapsed);
            used.merge(downtime.reference(), own.without(known).total(), Duration::plus);
            known = known.and(own);
        }
        return used.entrySet().stream()
                .filter(cause -> !cause.getValue().isZero())
                .map(cause -> new Cause(cause.getKey(), cause.getValue()))
                .sorted(Comparator.comparing(Cause::used).reversed().thenComparing(Cause::reference))
                .toList();
    }
}
