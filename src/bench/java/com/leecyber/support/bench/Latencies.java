package com.leecyber.support.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** What a number of calls took, and how long all of them took together. */
final class Latencies {

    private final long[] sortedNanos;
    private final Duration together;

    Latencies(long[] nanos, Duration together) {
        this.sortedNanos = nanos.clone();
        this.together = together;
        Arrays.sort(sortedNanos);
    }

    /** Calls a second, all clients together. */
    double rate() {
        return sortedNanos.length / (together.toNanos() / 1e9);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "n=%d  %.0f/s  p50=%s  p95=%s  p99=%s  max=%s",
                sortedNanos.length,
                rate(),
                percentile(50),
                percentile(95),
                percentile(99),
                percentile(100));
    }

    /** By the nearest rank: a latency that really occurred. */
    private String percentile(int percent) {
        int rank = (int) Math.ceil(sortedNanos.length * percent / 100.0);
        return String.format(Locale.ROOT, "%.1f ms", sortedNanos[Math.max(rank, 1) - 1] / 1e6);
    }
}
