package com.leecyber.support.inspection;

import com.leecyber.support.sla.Interval;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A ticket's clock, explained (R3.2, R5.4).
 *
 * @param bar null for a clock that was never started
 */
record ClockStory(List<Told> promises, List<Interval> intervals, ClockBar bar, List<Fact> facts) {

    /**
     * One promise.
     *
     * @param sentence how it was computed and kept, in words
     * @param window how long it was, and by which rule; null when no fact tells
     * @param rule the rule that set the window, or null
     * @param by who settled it, or null
     * @param warnedAt when the shift lead was warned, or null
     * @param breachNotedAt when the breach was recorded, or null
     */
    record Told(
            Promise promise,
            String sentence,
            ResponseWindow window,
            RuleLink rule,
            String by,
            Instant warnedAt,
            Instant breachNotedAt) {

        /** How long before the deadline it was settled, negative when late; null while it is owed. */
        public Duration margin() {
            return promise.owed() ? null : Duration.between(promise.settledAt(), promise.dueAt());
        }
    }

    /**
     * What the clock was told.
     *
     * @param kind the fact's name as stored
     * @param by who caused it, or null
     * @param window the window that it brought, or null
     * @param rule the rule behind that window, or null
     * @param detectedAt when a hardware fault was detected, or null
     */
    record Fact(Instant at, String kind, String by, ResponseWindow window, RuleLink rule, Instant detectedAt) {}
}
