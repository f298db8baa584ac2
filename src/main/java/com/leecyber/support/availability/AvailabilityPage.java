package com.leecyber.support.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The page of a month or a year (R7.1).
 *
 * @param asked the moment of the question: open intervals run until then
 * @param next the period after it; null when that has not begun
 * @param summaries the figures of the platform: of the month and its year, or of the year
 */
record AvailabilityPage(
        Period period,
        Instant asked,
        Period next,
        List<Summary> summaries,
        List<Line> lines,
        List<MonthBar> months,
        List<Used> causes,
        List<Entry> downtimes,
        List<HardwareCase> hardware) {

    /** The figures of a period, and whether it still runs. */
    record Summary(Period period, Figure figure, boolean running) {}

    /**
     * One line of the table and of the plot.
     *
     * @param code {@code platform}, {@code whole}, or {@code service:} and its code
     */
    record Line(String code, String name, Figure figure, Strip strip) {}

    /** What used the budget, with its link or null. */
    record Used(String reference, String link, Duration used, String share) {}

    /**
     * An interval.
     *
     * @param link to what is behind it, or null
     * @param service its name
     * @param lasted how much of it lies within the period
     * @param exclusion why it does not count; null when it does
     */
    record Entry(Downtime downtime, String link, String service, Duration lasted, String exclusion) {}
}
