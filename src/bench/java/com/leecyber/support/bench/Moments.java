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
        two(second / 3600, out);
        out.append(':');
        two(second / 60 % 60, out);
        out.append(':');
        two(second % 60, out);
        if (fraction > 0) {
            out.append('.');
            three(fraction / 1000, out);
            if (fraction % 1000 > 0) {
                three(fraction % 1000, out);
            }
        }
        out.append('Z');
    }

    private static void two(int number, StringBuilder out) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void three(int number, StringBuilder out) {
        out.append((char) ('0' + number / 100));
        two(number % 100, out);
    }
}
