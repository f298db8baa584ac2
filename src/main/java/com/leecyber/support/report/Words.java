package com.leecyber.support.report;

import com.leecyber.support.ticket.ServiceNames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Writes figures as the reader of a report expects them; shares and spans are cut, so that nothing looks better than it is. */
record Words(MessageSource messages, ServiceNames services, Locale locale) {

    private static final String NOTHING = "–";
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** What a code is called; a code without a name is called by itself. */
    public String name(String kind, String code) {
        return kind.equals("Service")
                ? services.of(code, locale)
                : messages.getMessage(kind + "." + code, null, code, locale);
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** In percent with one decimal, as a program reads it; empty when there is nothing to take a share of. */
    static String share(long part, long whole) {
        return whole == 0
                ? ""
                : BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN)
                        .toPlainString();
    }

    public String percent(long part, long whole) {
        return whole == 0 ? NOTHING : decimal(new BigDecimal(share(part, whole)), 1) + (isEnglish() ? "%" : "\u00a0%");
    }

    /** Such as {@code 1 сут 4 ч}: the two largest units. */
    public String span(long seconds) {
        if (seconds < MINUTE) {
            return unit(seconds, "s");
        }
        if (seconds < HOUR) {
            return units(seconds / MINUTE, "min", seconds % MINUTE, "s");
        }
        if (seconds < DAY) {
            return units(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min");
        }
        return units(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    /** In hours with one decimal. */
    public String hours(long seconds) {
        BigDecimal hours = BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(HOUR), 1, RoundingMode.DOWN);
        return decimal(hours, 1) + "\u00a0" + say("report.unit.h");
    }

    public String day(LocalDate day) {
        return format(isEnglish() ? "d MMM yyyy" : "dd.MM.yyyy", day);
    }

    /** Where there is little room. */
    String shortDay(LocalDate day) {
        return format(isEnglish() ? "d MMM" : "dd.MM", day);
    }

    public String period(Period period) {
        return switch (period.kind()) {
            case MONTH -> format("LLLL yyyy", period.first());
            case QUARTER ->
                say(
                        "report.quarter",
                        format("Q", period.first()),
                        Integer.toString(period.first().getYear()));
            case YEAR -> Integer.toString(period.first().getYear());
            case FREE -> day(period.first()) + " – " + day(period.last());
        };
    }

    private String decimal(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
        format.setMinimumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(value);
    }

    private String units(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? unit(large, largeUnit) : unit(large, largeUnit) + " " + unit(small, smallUnit);
    }

    private String unit(long count, String unit) {
        return count(count) + "\u00a0" + say("report.unit." + unit);
    }

    private String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }
}
