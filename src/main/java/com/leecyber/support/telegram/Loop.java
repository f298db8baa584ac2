package com.leecyber.support.telegram;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A thread that does one thing again and again until it is told to stop. */
final class Loop {

    private static final long LONGEST_STOP_MILLIS = 10_000;

    private final Semaphore wake = new Semaphore(0);
    private final Supplier<Duration> step;
    private final Thread thread;
    private volatile boolean stopped;

    /**
     * A loop that has not begun.
     *
     * @param step returns how long to rest afterwards; it throws nothing
     */
    Loop(String name, Supplier<Duration> step) {
        this.step = step;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends a rest early. */
    void wake() {
        wake.release();
    }

    /** No further step begins. */
    void stopSoon() {
        stopped = true;
        wake();
    }

    /** Returns when the step under way is over, too. */
    void stop() {
        stopSoon();
        try {
            thread.join(LONGEST_STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            Duration rest = step.get();
            try {
                if (wake.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
