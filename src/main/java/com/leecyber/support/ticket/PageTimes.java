package com.leecyber.support.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments as the reader of a page for staff expects them, in the desk's zone. */
public record PageTimes(ZoneId zone, Locale locale) {

    /** Day, time and zone. */
    public String of(Instant moment) {
        String pattern = locale.getLanguage().equals("en") ? "d MMM yyyy, HH:mm z" : "dd.MM.yyyy HH:mm z";
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(moment);
    }
}
