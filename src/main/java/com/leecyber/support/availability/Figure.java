package com.leecyber.support.availability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * How much of a period something was available (R7.1), exact to the millisecond.
 *
 * @param elapsed what of the period has passed: shares are of this
 * @param budget how long all of the period may be without service
 * @param counted the moments without service that nothing excludes
 * @param excluded the other moments without service: all that happened then is excluded (R7.2)
 */
record Figure(Duration elapsed, Duration budget, Intervals counted, Intervals excluded) {

    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Computed from what was not available.
     *
     * @param now an interval that lasts on counts up to here
     */
    static Figure of(Interval period, Instant now, Collection<Downtime> downtimes, AvailabilitySettings settings) {
        Interval elapsed = elapsed(period, now);
        Intervals counted =
                moments(downtimes, downtime -> !downtime.isExcluded()).within(elapsed);
        Intervals excluded =
                moments(downtimes, Downtime::isExcluded).within(elapsed).without(counted);
        return new Figure(elapsed.length(), settings.budget(period.length()), counted, excluded);
    }

    static Interval elapsed(Interval period, Instant now) {
        return new Interval(period.from(), now.isBefore(period.to()) ? now : period.to());
    }

    private static Intervals moments(Collection<Downtime> downtimes, Predicate<Downtime> which) {
        List<Interval> intervals =
                downtimes.stream().filter(which).map(Downtime::interval).toList();
        return Intervals.of(intervals);
    }

    /** Without service, what is excluded left out. */
    public Duration down() {
        return counted.total();
    }

    /** Without service, for whatever reason. */
    public Duration downInAll() {
        return counted.total().plus(excluded.total());
    }

    /** The available share in percent, what is excluded left out; cut to four decimals, so that it never looks better. */
    public BigDecimal available() {
        return share(down());
    }

    /** The same with everything that was not available, for whatever reason. */
    public BigDecimal availableInAll() {
        return share(downInAll());
    }

    /** What is left of the budget; negative when more than it is used. */
    public Duration left() {
        return budget.minus(down());
    }

    public boolean isKept() {
        return !left().isNegative();
    }

    private BigDecimal share(Duration down) {
        if (elapsed.isZero()) {
            return HUNDRED.setScale(DECIMALS);
        }
        BigDecimal up = BigDecimal.valueOf(elapsed.minus(down).toMillis());
        return up.multiply(HUNDRED).divide(BigDecimal.valueOf(elapsed.toMillis()), DECIMALS, RoundingMode.DOWN);
    }
}
