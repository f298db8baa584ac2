package com.leecyber.support.sla;

import java.time.Instant;
import java.util.List;

/**
 * Reads a ticket's facts: the same facts and the same moment always give the same reading.
 *
 * <p>The facts' order is the order in which they were recorded. Two nodes' clocks may differ, so a fact that claims to be
 * earlier than the one before it counts as happening together with that one, and a reading is never taken before the last
 * fact. Facts before the registration, and after the closure, change nothing.
 */
public final class ResponseClock {

    private ResponseClock() {}

    /**
     * What the facts amount to.
     *
     * @param facts the ticket's facts in the order of their recording
     * @param now the moment of reading
     * @return promises, verdicts and explanation; empty when the ticket was never registered
     */
    public static ClockReading read(List<ClockFact> facts, Instant now) {
        RunningClock clock = new RunningClock();
        facts.forEach(clock::read);
        return clock.readingAt(now);
    }
}
