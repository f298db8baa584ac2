package com.leecyber.support.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of the plot: a period from left to right, and on it what was not available. All places are percent of its width.
 *
 * @param passed how much of the period is over
 * @param ticks where days, or months in a year, begin
 */
record Strip(List<Mark> counted, List<Mark> excluded, String passed, List<Tick> ticks) {

    private static final int DAYS_OF_A_WEEK = 7;

    record Mark(String from, String width) {}

    /** @param label the day, or the month in a year; null where there is no room for it */
    record Tick(String at, Integer label) {}

    static Strip of(Period period, ZoneId zone, Figure figure) {
        Interval whole = period.in(zone);
        return new Strip(
                marks(whole, figure.counted()),
                marks(whole, figure.excluded()),
                percent(figure.elapsed(), whole),
                period.isYear() ? months(period, whole, zone) : days(period, whole, zone));
    }

    private static List<Mark> marks(Interval whole, Intervals down) {
        return down.stretches().stream()
                .map(stretch -> new Mark(at(stretch.from(), whole), percent(stretch.length(), whole)))
                .toList();
    }

    private static List<Tick> days(Period period, Interval whole, ZoneId zone) {
        List<Tick> ticks = new ArrayList<>();
        for (int day = 1; day <= period.first().lengthOfMonth(); day++) {
            Integer label = day % DAYS_OF_A_WEEK == 1 ? day : null;
            ticks.add(tick(period.first().atDay(day), label, whole, zone));
        }
        return ticks;
    }

    private static List<Tick> months(Period year, Interval whole, ZoneId zone) {
        return year.twelveMonths().stream()
                .map(month -> tick(month.first().atDay(1), month.first().getMonthValue(), whole, zone))
                .toList();
    }

    private static Tick tick(LocalDate day, Integer label, Interval whole, ZoneId zone) {
        return new Tick(at(day.atStartOfDay(zone).toInstant(), whole), label);
    }

    private static String at(Instant moment, Interval whole) {
        return percent(Duration.between(whole.from(), moment), whole);
    }

    private static String percent(Duration part, Interval whole) {
        return percent(part.toMillis(), whole.length().toMillis());
    }

    static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.4f%%", 100.0 * part / whole);
    }
}
