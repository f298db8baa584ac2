package com.leecyber.support.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Random;

/** Chance that falls alike whenever it starts from the same seed. */
final class Chance {

    /** Of a hundred requests at the busiest hour, how many come at this hour of the day (UTC). */
    private static final int[] BUSY = {
        6, 4, 3, 4, 10, 30, 60, 90, 100, 100, 95, 85, 80, 90, 85, 70, 50, 35, 28, 22, 18, 14, 10, 8
    };

    private static final double AT_WEEKENDS = 0.3;

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean of(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of the choices, each followed by its weight. */
    String weighted(Object... choicesAndWeights) {
        int all = 0;
        for (int index = 1; index < choicesAndWeights.length; index += 2) {
            all += (int) choicesAndWeights[index];
        }
        int drawn = random.nextInt(all);
        int index = 1;
        while (drawn >= (int) choicesAndWeights[index]) {
            drawn -= (int) choicesAndWeights[index];
            index += 2;
        }
        return (String) choicesAndWeights[index - 1];
    }

    /** Mostly shorter than the mean, now and then several times as long. */
    Duration around(Duration mean) {
        double factor = -Math.log(1 - random.nextDouble());
        return Duration.ofMillis((long) (mean.toMillis() * factor) + 1000 + random.nextInt(1000));
    }

    /** A moment of a span at which somebody may well ask for help: working hours more often than nights and weekends. */
    Instant busyMoment(Instant from, Duration span) {
        while (true) {
            Instant moment = from.plusMillis((long) (random.nextDouble() * span.toMillis()));
            ZonedDateTime day = moment.atZone(ZoneOffset.UTC);
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            if (random.nextDouble() * 100 < BUSY[day.getHour()] * (weekend ? AT_WEEKENDS : 1)) {
                return moment;
            }
        }
    }
}
