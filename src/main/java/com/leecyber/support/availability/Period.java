package com.leecyber.support.availability;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A month or a year of the calendar. How long it lasts depends on the zone: a month may have an hour more or less.
 *
 * @param first its first month
 * @param months 1 or 12
 */
record Period(YearMonth first, int months) {

    /** Long before any desk: what is earlier was typed by mistake. */
    static final int EARLIEST_YEAR = 2000;

    private static final int YEAR = 12;

    static Period month(YearMonth month) {
        return new Period(month, 1);
    }

    static Period year(int year) {
        return new Period(YearMonth.of(year, 1), YEAR);
    }

    /**
     * The period that somebody asked for: that month, else that year, else the current month.
     *
     * @throws NoSuchPeriod when it is none, or has not begun
     */
    static Period asked(String month, String year, YearMonth current) {
        try {
            Period asked = month.isEmpty() && !year.isEmpty()
                    ? year(Integer.parseInt(year))
                    : month(month.isEmpty() ? current : YearMonth.parse(month));
            if (asked.first.getYear() < EARLIEST_YEAR || asked.first.isAfter(current)) {
                throw new NoSuchPeriod();
            }
            return asked;
        } catch (DateTimeException | NumberFormatException e) {
            throw new NoSuchPeriod();
        }
    }

    public boolean isYear() {
        return months == YEAR;
    }

    /** The year that it is or lies in. */
    public Period inYear() {
        return year(first.getYear());
    }

    public Period previous() {
        return new Period(first.minusMonths(months), months);
    }

    Period next() {
        return new Period(first.plusMonths(months), months);
    }

    /** The twelve months that end with its last one. */
    List<Period> twelveMonths() {
        return IntStream.rangeClosed(months - YEAR, months - 1)
                .mapToObj(offset -> month(first.plusMonths(offset)))
                .toList();
    }

    Interval in(ZoneId zone) {
        return new Interval(begin(first, zone), begin(first.plusMonths(months), zone));
    }

    private static Instant begin(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** Such as {@code 2026-11} or {@code 2026}. */
    public String code() {
        return isYear() ? "%04d".formatted(first.getYear()) : first.toString();
    }

    /** As an address asks for it, such as {@code month=2026-11}. */
    public String query() {
        return (isYear() ? "year=" : "month=") + code();
    }
}
