package com.leecyber.support.sla;

import com.leecyber.support.sla.ClockFact.Closed;
import com.leecyber.support.sla.ClockFact.CustomerAnswered;
import com.leecyber.support.sla.ClockFact.Escalated;
import com.leecyber.support.sla.ClockFact.HardwareFaultDetected;
import com.leecyber.support.sla.ClockFact.HardwareRepaired;
import com.leecyber.support.sla.ClockFact.InformationRequested;
import com.leecyber.support.sla.ClockFact.Registered;
import com.leecyber.support.sla.ClockFact.Responded;
import com.leecyber.support.sla.ClockFact.ReturnedToFirstLine;
import com.leecyber.support.sla.ClockFact.WindowCorrected;
import java.time.Instant;

/** A fact as a row of the table {@code clock_fact}; columns that a kind does not need are null. */
record FactRow(Kind kind, Instant at, Instant detectedAt, ResponseWindow window, String actor) {

    /** The names that are stored: never rename one. */
    enum Kind {
        REGISTERED,
        WINDOW_CORRECTED,
        RESPONDED,
        INFORMATION_REQUESTED,
        CUSTOMER_ANSWERED,
        ESCALATED,
        RETURNED_TO_FIRST_LINE,
        HARDWARE_FAULT_DETECTED,
        HARDWARE_REPAIRED,
        CLOSED
    }

    static FactRow of(ClockFact fact) {
        if (fact instanceof Registered registered) {
            return new FactRow(Kind.REGISTERED, fact.at(), null, registered.window(), null);
        }
        if (fact instanceof WindowCorrected corrected) {
            return new FactRow(Kind.WINDOW_CORRECTED, fact.at(), null, corrected.window(), null);
        }
        if (fact instanceof Responded responded) {
            return new FactRow(Kind.RESPONDED, fact.at(), null, null, responded.by());
        }
        if (fact instanceof InformationRequested requested) {
            return new FactRow(Kind.INFORMATION_REQUESTED, fact.at(), null, null, requested.by());
        }
        if (fact instanceof CustomerAnswered) {
            return new FactRow(Kind.CUSTOMER_ANSWERED, fact.at(), null, null, null);
        }
        if (fact instanceof Escalated escalated) {
            return new FactRow(Kind.ESCALATED, fact.at(), null, escalated.window(), null);
        }
        if (fact instanceof ReturnedToFirstLine returned) {
            return new FactRow(Kind.RETURNED_TO_FIRST_LINE, fact.at(), null, returned.window(), null);
        }
        if (fact instanceof HardwareFaultDetected fault) {
            return new FactRow(Kind.HARDWARE_FAULT_DETECTED, fact.at(), fault.detectedAt(), fault.window(), null);
        }
        if (fact instanceof HardwareRepaired) {
            return new FactRow(Kind.HARDWARE_REPAIRED, fact.at(), null, null, null);
        }
        if (fact instanceof Closed) {
            return new FactRow(Kind.CLOSED, fact.at(), null, null, null);
        }
        throw new IllegalArgumentException("A fact without a row: " + fact);
    }

    ClockFact fact() {
        return switch (kind) {
            case REGISTERED -> new Registered(at, window);
            case WINDOW_CORRECTED -> new WindowCorrected(at, window);
            case RESPONDED -> new Responded(at, actor);
            case INFORMATION_REQUESTED -> new InformationRequested(at, actor);
            case CUSTOMER_ANSWERED -> new CustomerAnswered(at);
            case ESCALATED -> new Escalated(at, window);
            case RETURNED_TO_FIRST_LINE -> new ReturnedToFirstLine(at, window);
            case HARDWARE_FAULT_DETECTED -> new HardwareFaultDetected(at, detectedAt, window);
            case HARDWARE_REPAIRED -> new HardwareRepaired(at);
            case CLOSED -> new Closed(at);
        };
    }
}
