package com.leecyber.support.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments and windows as a reader expects them, in the desk's zone, named once. */
public record StatusTimes(ZoneId zone, Locale locale) {

    private static final String DAY = "d MMMM yyyy, HH:mm";

    /** Day, time and zone. */
    public String of(Instant moment) {
        return write(DAY + " z", moment);
    }

    /** From when to when; a day that is the same is said once, an open end not at all. */
    public String window(StatusNotice notice) {
        if (notice.to() == null) {
            return of(notice.from());
        }
        boolean sameDay = day(notice.from()).equals(day(notice.to()));
        return write(DAY, notice.from()) + " – " + write(sameDay ? "HH:mm z" : DAY + " z", notice.to());
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private String write(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(moment);
    }
}
