package com.leecyber.support.bench;

import java.time.Duration;

/**
 * How much a database is filled with; {@code -Dbench.closed=…} and so on change it.
 *
 * @param closed closed tickets; 0 leaves the filling out
 * @param open tickets that are still open
 * @param templates real tickets that are cloned; a fifth as many stay open
 * @param period how far back the first was registered
 * @param memory how long the engine remembers a closed ticket at most; less, if its diagrams say so
 */
record Fillings(int closed, int open, int templates, int customers, Duration period, Duration memory, long seed) {

    static Fillings fromSystemProperties() {
        return new Fillings(
                Integer.getInteger("bench.closed", 0),
                Integer.getInteger("bench.open", 10_000),
                Integer.getInteger("bench.templates", 300),
                Integer.getInteger("bench.customers", 20_000),
                Duration.parse(System.getProperty("bench.period", "P730D")),
                Duration.parse(System.getProperty("bench.memory", "P400D")),
                Long.getLong("bench.seed", 1));
    }
}
