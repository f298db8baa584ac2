package com.leecyber.support.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments and spans as the reader of a page for staff expects them, in the desk's zone. */
public record PageTimes(ZoneId zone, Locale locale) {

    /** Day, time and zone. */
    public String of(Instant moment) {
        return format(isEnglish() ? "d MMM yyyy, HH:mm z" : "dd.MM.yyyy HH:mm z", moment);
    }

    /** The same to the second. */
    public String exactly(Instant moment) {
        return format(isEnglish() ? "d MMM yyyy, HH:mm:ss z" : "dd.MM.yyyy HH:mm:ss z", moment);
    }

    /** Day and time to the second, where the zone is said once for many. */
    public String toTheSecond(Instant moment) {
        return format(isEnglish() ? "d MMM yyyy, HH:mm:ss" : "dd.MM.yyyy HH:mm:ss", moment);
    }

    /** Such as {@code 8 мин 38 с}, cut to whole seconds. */
    public String span(Duration span) {
        Duration size = span.abs();
        StringBuilder text = new StringBuilder();
        add(text, size.toDays(), isEnglish() ? "d" : "сут");
        add(text, size.toHoursPart(), isEnglish() ? "h" : "ч");
        add(text, size.toMinutesPart(), isEnglish() ? "min" : "мин");
        if (size.toSecondsPart() > 0 || text.isEmpty()) {
            text.append(size.toSecondsPart()).append('\u00a0').append(isEnglish() ? "s" : "с");
        }
        return (span.isNegative() ? "−" : "") + text.toString().strip();
    }

    private static void add(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(count).append('\u00a0').append(unit).append(' ');
        }
    }

    private String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(moment);
    }

    private boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }
}
