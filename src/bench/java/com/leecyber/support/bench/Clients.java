package com.leecyber.support.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A number of clients that call as fast as they are answered (a closed loop). */
final class Clients {

    private final int number;

    Clients(int number) {
        this.number = number;
    }

    /** One client's calls; the argument says which of all calls it is. */
    interface Call {

        void make(int index) throws Exception;
    }

    /**
     * Makes all calls.
     *
     * @param client makes a client's calls, given its number
     * @throws IllegalStateException when any call failed: a benchmark of failures is none
     */
    Latencies make(int calls, IntFunction<Call> client) {
        long[] nanos = new long[calls];
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> loops = new ArrayList<>();
        for (int index = 0; index < number; index++) {
            Call call = client.apply(index);
            loops.add(() -> {
                for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                    long start = System.nanoTime();
                    call.make(i);
                    nanos[i] = System.nanoTime() - start;
                }
                return null;
            });
        }
        long start = System.nanoTime();
        finish(loops);
        return new Latencies(nanos, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void finish(List<Callable<Void>> loops) {
        ExecutorService threads = Executors.newFixedThreadPool(loops.size());
        try {
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("A call failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
