package com.leecyber.support.inspection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which part of the journal somebody wants to take away.
 *
 * @param from its first moment
 * @param to the first moment after it
 */
record JournalPeriod(Instant from, Instant to) {

    /** What was typed is no day and no moment. */
    static final class Wrong extends RuntimeException {

        Wrong(String field, String typed) {
            super(field + "=" + typed);
        }
    }

    private static final JournalPeriod WHOLE = new JournalPeriod(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    /**
     * Reads what was asked for.
     *
     * @param from a day such as {@code 2026-11-01}, or a moment such as {@code 2026-11-01T09:00:00Z}; empty for the beginning
     * @param to likewise, a day being included; empty for the end
     * @param zone where days begin
     */
    static JournalPeriod of(String from, String to, ZoneId zone) {
        Instant first = from.isBlank() ? WHOLE.from() : moment("from", from.strip(), zone, 0);
        Instant last = to.isBlank() ? WHOLE.to() : moment("to", to.strip(), zone, 1);
        if (!first.isBefore(last)) {
            throw new Wrong("to", to);
        }
        return new JournalPeriod(first, last);
    }

    boolean isWhole() {
        return equals(WHOLE);
    }

    private static Instant moment(String field, String typed, ZoneId zone, int days) {
        try {
            Instant moment = typed.length() == 10
                    ? LocalDate.parse(typed).plusDays(days).atStartOfDay(zone).toInstant()
                    : Instant.parse(typed);
            if (moment.isBefore(WHOLE.from()) || moment.isAfter(WHOLE.to())) {
                throw new Wrong(field, typed);
            }
            return moment;
        } catch (DateTimeException noMoment) {
            throw new Wrong(field, typed);
        }
    }
}
