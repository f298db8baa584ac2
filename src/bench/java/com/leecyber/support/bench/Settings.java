package com.leecyber.support.bench;

/**
 * How much is done; {@code -Dbench.registrations=…} and so on change it.
 *
 * @param clients threads that call the desk at once, each with a connection of its own
 * @param warmUp registrations, and a tenth as many lifecycles, before anything is measured
 * @param mails those that come to a mailbox; as for timers, 0 leaves them out
 * @param incident the tickets of one incident; 0 leaves it out
 * @param questions how often each page is asked for, in a database that was filled
 * @param readers who ask at once
 */
record Settings(
        int clients,
        int warmUp,
        int registrations,
        int lifecycles,
        int timers,
        int mails,
        int incident,
        int questions,
        int readers) {

    static Settings fromSystemProperties() {
        return new Settings(
                Integer.getInteger("bench.clients", 8),
                Integer.getInteger("bench.warm-up", 3_000),
                Integer.getInteger("bench.registrations", 3_000),
                Integer.getInteger("bench.lifecycles", 1_000),
                Integer.getInteger("bench.timers", 5_000),
                Integer.getInteger("bench.mails", 2_000),
                Integer.getInteger("bench.incident", 0),
                Integer.getInteger("bench.questions", 200),
                Integer.getInteger("bench.readers", 1));
    }
}
