package com.leecyber.support.availability;

import com.leecyber.support.ticket.PageTimes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes moments, spans and shares as the reader of a page expects them; spans are cut to whole seconds. */
record Notation(ZoneId zone, Locale locale) {

    public String moment(Instant moment) {
        return format(isEnglish() ? "d MMM yyyy, HH:mm:ss" : "dd.MM.yyyy HH:mm:ss", moment);
    }

    /** With the zone, for a moment that stands alone. */
    public String momentInZone(Instant moment) {
        return format(isEnglish() ? "d MMM yyyy, HH:mm:ss z" : "dd.MM.yyyy HH:mm:ss z", moment);
    }

    /** As an input of the type {@code datetime-local} takes it; nothing for a moment that nobody knows. */
    public String input(Instant moment) {
        return moment.equals(Instant.MAX)
                ? ""
                : LocalDateTime.ofInstant(moment, zone)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    public String period(Period period) {
        return DateTimeFormatter.ofPattern(period.isYear() ? "yyyy" : "LLLL yyyy", locale)
                .format(period.first());
    }

    /** Such as {@code 8 мин 38 с}. */
    public String span(Duration span) {
        return new PageTimes(zone, locale).span(span);
    }

    /** A percentage with all decimals that it has. */
    public String percent(BigDecimal share) {
        DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(locale));
        format.setMinimumFractionDigits(share.scale());
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(share) + (isEnglish() ? "%" : "\u00a0%");
    }

    /** A target such as 0.9998, as a percentage. */
    public String target(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return percent(percent.setScale(Math.max(0, percent.scale())));
    }

    private String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(moment);
    }

    private boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }
}
