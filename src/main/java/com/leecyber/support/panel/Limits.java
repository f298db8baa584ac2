package com.leecyber.support.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Counts what customers and addresses send. Kept in memory, for each node by itself and for a bounded number of them. */
@Component
class Limits {

    private static final int COUNTED = 100_000;

    private final LimitSettings settings;
    private final TimeMeter time;
    private final Cache<Counted, Bucket> buckets;

    Limits(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new Time(clock);
        // A bucket that was not touched for the whole time is full again, as a new one is.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(COUNTED)
                .expireAfterAccess(settings.within())
                .build();
    }

    private record Counted(String what, Object who) {}

    /** Too much was sent; nothing was done. */
    static class TooMuch extends RuntimeException {

        private final transient Duration pause;

        TooMuch(Duration pause) {
            super("Too much was sent, wait " + pause);
            this.pause = pause;
        }

        /** How long to wait, in whole minutes and at least one. */
        long minutes() {
            return Math.max(1, (pause.toSeconds() + 59) / 60);
        }
    }

    void ticket(long customerId) {
        spend("ticket", customerId, settings.tickets(), 1);
    }

    void message(long customerId) {
        spend("message", customerId, settings.messages(), 1);
    }

    void files(long customerId, int count) {
        if (count > 0) {
            spend("file", customerId, settings.files(), count);
        }
    }

    void post(String address) {
        spend("post", address, settings.posts(), 1);
    }

    private void spend(String what, Object who, int limit, int count) {
        Bucket bucket = buckets.get(new Counted(what, who), fresh -> bucket(limit));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(count);
        if (!probe.isConsumed()) {
            throw new TooMuch(Duration.ofNanos(Math.min(probe.getNanosToWaitForRefill(), nanos(settings.within()))));
        }
    }

    private Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(allowed -> allowed.capacity(limit).refillGreedy(limit, settings.within()))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long nanos(Duration duration) {
        return TimeUnit.MILLISECONDS.toNanos(duration.toMillis());
    }

    /** The desk's own clock. */
    private record Time(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
