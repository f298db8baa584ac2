package com.leecyber.support.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The desk's clock, which can be held at one moment: all tickets registered then have the same deadline. */
final class StandingClock extends Clock {

    private final Clock running = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    private volatile Optional<Instant> held = Optional.empty();

    void holdAt(Instant moment) {
        held = Optional.of(moment);
    }

    void runOn() {
        held = Optional.empty();
    }

    @Override
    public Instant instant() {
        return held.orElseGet(running::instant);
    }

    @Override
    public ZoneId getZone() {
        return running.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("All clocks are UTC (R3.1)");
    }

    /** Put beside the desk's own configuration. */
    static class Setup {

        @Bean
        @Primary
        StandingClock standingClock() {
            return new StandingClock();
        }
    }
}
