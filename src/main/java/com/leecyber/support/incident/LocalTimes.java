package com.leecyber.support.incident;

import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.PageTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes and reads moments as people do, in the desk's zone. */
record LocalTimes(ZoneId zone, Locale locale) {

    /** Day, time and zone. */
    public String of(Instant moment) {
        return new PageTimes(zone, locale).of(moment);
    }

    /** As a browser's field for a date and a time wants it. */
    public String field(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /**
     * What such a field sent; null when it is empty.
     *
     * @throws InvalidInput when it is no date and time
     */
    Instant read(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, "incident.error.moment");
        }
    }
}
