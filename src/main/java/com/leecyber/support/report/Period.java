package com.leecyber.support.report;

import com.leecyber.support.ticket.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days of the desk's calendar that figures are asked for.
 *
 * @param last included
 */
record Period(Kind kind, LocalDate first, LocalDate last) {

    /** Long before any desk: what is earlier was typed by mistake. */
    private static final int EARLIEST_YEAR = 2000;

    private static final int LATEST_YEAR = 2200;
    private static final int MOST_YEARS = 3;
    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    enum Kind {
        MONTH,
        QUARTER,
        YEAR,
        FREE
    }

    public static Period month(LocalDate day) {
        return months(Kind.MONTH, YearMonth.from(day), 1);
    }

    public static Period quarter(LocalDate day) {
        int month = (day.get(IsoFields.QUARTER_OF_YEAR) - 1) * MONTHS_OF_A_QUARTER + 1;
        return months(Kind.QUARTER, YearMonth.of(day.getYear(), month), MONTHS_OF_A_QUARTER);
    }

    public static Period year(LocalDate day) {
        return months(Kind.YEAR, YearMonth.of(day.getYear(), 1), 12);
    }

    /**
     * The period that somebody asked for: free limits go first, then a month, a quarter, a year; without any the current month.
     *
     * @throws InvalidInput when that is no period
     */
    static Period asked(Asked asked, LocalDate today) {
        if (!asked.from().isEmpty() || !asked.to().isEmpty()) {
            return free(asked.from(), asked.to());
        }
        if (!asked.month().isEmpty()) {
            return month(parsed(
                    "month", asked.month(), () -> YearMonth.parse(asked.month()).atDay(1)));
        }
        if (!asked.quarter().isEmpty()) {
            return quarter(parsed("quarter", asked.quarter(), () -> quarterDay(asked.quarter())));
        }
        if (!asked.year().isEmpty()) {
            return year(
                    parsed("year", asked.year(), () -> Year.parse(asked.year()).atDay(1)));
        }
        return month(today);
    }

    private static Period free(String from, String to) {
        LocalDate first = parsed("from", from, () -> LocalDate.parse(from));
        LocalDate last = parsed("to", to, () -> LocalDate.parse(to));
        if (last.isBefore(first)) {
            throw new InvalidInput("to", "report.ends-before-it-begins");
        }
        if (!last.isBefore(first.plusYears(MOST_YEARS))) {
            throw new InvalidInput("to", "report.too-long", MOST_YEARS);
        }
        for (Period whole : new Period[] {month(first), quarter(first), year(first)}) {
            if (whole.first.equals(first) && whole.last.equals(last)) {
                return whole;
            }
        }
        return new Period(Kind.FREE, first, last);
    }

    private static LocalDate quarterDay(String typed) {
        Matcher quarter = QUARTER.matcher(typed);
        if (!quarter.matches()) {
            throw new DateTimeException(typed);
        }
        int month = (Integer.parseInt(quarter.group(2)) - 1) * MONTHS_OF_A_QUARTER + 1;
        return LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1);
    }

    private interface Reading {
        LocalDate day();
    }

    private static LocalDate parsed(String field, String typed, Reading reading) {
        try {
            LocalDate day = reading.day();
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // What was typed is none; the reader is told below.
        }
        throw new InvalidInput(field, "report.not-a-" + ("to".equals(field) || "from".equals(field) ? "day" : field));
    }

    private static Period months(Kind kind, YearMonth first, int months) {
        return new Period(kind, first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
    }

    /** The one before, as long as this. */
    public Period previous() {
        return beside(-1);
    }

    /** The one after it, as long as this. */
    public Period next() {
        return beside(1);
    }

    /** The month, the quarter and the year that it ends in, unless it is one of them. */
    List<Period> wholes() {
        return Stream.of(month(last), quarter(last), year(last))
                .filter(whole -> !whole.equals(this))
                .toList();
    }

    private Period beside(int step) {
        return switch (kind) {
            case MONTH -> month(first.plusMonths(step));
            case QUARTER -> quarter(first.plusMonths((long) step * MONTHS_OF_A_QUARTER));
            case YEAR -> year(first.plusYears(step));
            case FREE -> new Period(kind, first.plusDays(step * days()), last.plusDays(step * days()));
        };
    }

    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** As an address asks for it. */
    public String query() {
        return switch (kind) {
            case MONTH -> "month=" + YearMonth.from(first);
            case QUARTER -> "quarter=" + first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> "year=" + first.getYear();
            case FREE -> "from=" + first + "&to=" + last;
        };
    }
}
