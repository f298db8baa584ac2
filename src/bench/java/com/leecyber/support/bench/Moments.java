package com.leecyber.support.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Moments in microseconds of the epoch, as PostgreSQL counts them; written some hundred million times. */
final class Moments {

    private static final long DAY = 86_400_000_000L;

    private static long lastDay = Long.MIN_VALUE;
    private static String lastDate;

    private Moments() {}

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** As {@link Instant#toString} would: without a fraction, with three digits of one, or with six. */
    static void write(long micros, StringBuilder out) {
        long day = Math.floorDiv(micros, DAY);
        if (day != lastDay) {
            lastDate = LocalDate.ofEpochDay(day).toString();
            lastDay = day;
        }
        long rest = Math.floorMod(micros, DAY);
        int second = (int) (rest / 1_000_000);
        int fraction = (int) (rest % 1_000_000);
        out.append(lastDate).append('T');
        digits(second / 3600, 2, out);
        out.append(':');
        digits(second / 60 % 60, 2, out);
        out.append(':');
        digits(second % 60, 2, out);
        if (fraction % 1000 > 0) {
            digits(fraction, 6, out.append('.'));
        } else if (fraction > 0) {
            digits(fraction / 1000, 3, out.append('.'));
        }
        out.append('Z');
    }

    private static void digits(int number, int length, StringBuilder out) {
        for (int power = (int) Math.pow(10, length - 1); power > 0; power /= 10) {
            out.append((char) ('0' + number / power % 10));
        }
    }
}
