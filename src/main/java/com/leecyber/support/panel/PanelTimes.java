package com.leecyber.support.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Writes moments, spans and sizes as the reader expects them. */
final class PanelTimes {

    private static final long KILOBYTE = 1024;

    private final MessageSource messages;
    private final ZoneId zone;
    private final Locale locale;
    private final Instant now;

    PanelTimes(MessageSource messages, ZoneId zone, Locale locale, Instant now) {
        this.messages = messages;
        this.zone = zone;
        this.locale = locale;
        this.now = now;
    }

    /** Day and time; the year only where it is another. */
    public String of(Instant moment) {
        boolean thisYear = moment.atZone(zone).getYear() == now.atZone(zone).getYear();
        String pattern = thisYear ? "d MMM, HH:mm z" : "d MMM yyyy, HH:mm z";
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(moment);
    }

    public String day(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).withZone(zone).format(moment);
    }

    public boolean isPast(Instant moment) {
        return moment.isBefore(now);
    }

    /** How long until then, or since when it is over; a script counts on. */
    public String left(Instant due) {
        return isPast(due)
                ? text("panel.due.late", span(Duration.between(due, now)))
                : text("panel.due.left", span(Duration.between(now, due)));
    }

    /** Milliseconds until then; negative when it is over. */
    public long remaining(Instant due) {
        return Duration.between(now, due).toMillis();
    }

    /** The two largest units of a span. */
    public String span(Duration span) {
        long minutes = span.toMinutes();
        if (minutes < 1) {
            return text("panel.span.moment");
        }
        if (minutes < 60) {
            return text("panel.span.minutes", minutes);
        }
        long hours = span.toHours();
        if (hours < 24) {
            long rest = minutes % 60;
            return rest == 0 ? text("panel.span.hours", hours) : text("panel.span.hours-minutes", hours, rest);
        }
        return text("panel.span.days-hours", span.toDays(), hours % 24);
    }

    public String size(long bytes) {
        if (bytes < KILOBYTE) {
            return text("panel.size.bytes", bytes);
        }
        return bytes < KILOBYTE * KILOBYTE
                ? text("panel.size.kilobytes", (bytes + KILOBYTE - 1) / KILOBYTE)
                : text("panel.size.megabytes", bytes / (double) (KILOBYTE * KILOBYTE));
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
