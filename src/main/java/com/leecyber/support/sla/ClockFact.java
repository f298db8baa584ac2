package com.leecyber.support.sla;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to a ticket and matters to its deadlines.
 *
 * <p>Facts are only ever added. What they amount to is computed by {@link ResponseClock}.
 */
public sealed interface ClockFact {

    /** When it happened. */
    Instant at();

    /** Tells the clock what happened; the clock knows the moment. */
    void happenTo(RunningClock clock);

    /** The ticket was registered and its first response is owed (R3.2). */
    record Registered(Instant at, ResponseWindow window) implements ClockFact {

        public Registered {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(window, "window");
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.registered(window);
        }
    }

    /** Triage corrected the type, so another window applies from registration (R3.2, R4.1). */
    record WindowCorrected(Instant at, ResponseWindow window) implements ClockFact {

        public WindowCorrected {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(window, "window");
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.windowCorrected(window);
        }
    }

    /** A person caused a message to the customer (R3.2); the automatic acknowledgement is none. */
    record Responded(Instant at, String by) implements ClockFact {

        public Responded {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.responded();
        }
    }

    /** A person asked the customer for information: a response, after which the customer has the word (R5.2). */
    record InformationRequested(Instant at, String by) implements ClockFact {

        public InformationRequested {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.informationRequested();
        }
    }

    /** The customer wrote; it matters when the desk had asked (R5.2). */
    record CustomerAnswered(Instant at) implements ClockFact {

        public CustomerAnswered {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.customerAnswered();
        }
    }

    /** The ticket went to the second line (R5.3). */
    record Escalated(Instant at, ResponseWindow window) implements ClockFact {

        public Escalated {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(window, "window");
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.escalated(window);
        }
    }

    /** The second line gave the ticket back (R5.3). */
    record ReturnedToFirstLine(Instant at, ResponseWindow window) implements ClockFact {

        public ReturnedToFirstLine {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(window, "window");
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.returnedToFirstLine(window);
        }
    }

    /**
     * Hardware was found faulty (R5.4b).
     *
     * @param at when that was recorded
     * @param detectedAt when the fault was detected: from here the window runs; not after {@code at}
     */
    record HardwareFaultDetected(Instant at, Instant detectedAt, ResponseWindow window) implements ClockFact {

        public HardwareFaultDetected {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(detectedAt, "detectedAt");
            Objects.requireNonNull(window, "window");
            if (detectedAt.isAfter(at)) {
                throw new IllegalArgumentException(
                        "A fault cannot be detected at " + detectedAt + ", after it was recorded at " + at);
            }
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.hardwareFaultDetected(detectedAt, window);
        }
    }

    /** The hardware works again (R5.4b). */
    record HardwareRepaired(Instant at) implements ClockFact {

        public HardwareRepaired {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.hardwareRepaired();
        }
    }

    /** The ticket was closed, whatever the reason: nothing is owed after it (R5.4c). */
    record Closed(Instant at) implements ClockFact {

        public Closed {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public void happenTo(RunningClock clock) {
            clock.closed();
        }
    }
}
