package com.leecyber.support.inspection;

import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockFact.Escalated;
import com.leecyber.support.sla.ClockFact.HardwareFaultDetected;
import com.leecyber.support.sla.ClockFact.Registered;
import com.leecyber.support.sla.ClockFact.ReturnedToFirstLine;
import com.leecyber.support.sla.ClockFact.WindowCorrected;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseWindow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which fact gave a promise its window (R3.2, R5.3, R5.4b). */
final class Windows {

    private Windows() {}

    /** The last window of the promise's length that was given for such a promise, until it began. */
    static Optional<ResponseWindow> behind(Promise promise, List<ClockFact> facts) {
        Duration length = Duration.between(promise.startedAt(), promise.dueAt());
        return facts.stream()
                .filter(fact -> canBeBehind(fact, promise))
                .flatMap(fact -> of(fact).stream())
                .filter(window -> window.length().equals(length))
                .reduce((earlier, later) -> later);
    }

    /** The window that a fact brought. */
    static Optional<ResponseWindow> of(ClockFact fact) {
        if (fact instanceof Registered registered) {
            return Optional.of(registered.window());
        }
        if (fact instanceof WindowCorrected corrected) {
            return Optional.of(corrected.window());
        }
        if (fact instanceof Escalated escalated) {
            return Optional.of(escalated.window());
        }
        if (fact instanceof ReturnedToFirstLine returned) {
            return Optional.of(returned.window());
        }
        return fact instanceof HardwareFaultDetected fault ? Optional.of(fault.window()) : Optional.empty();
    }

    private static boolean canBeBehind(ClockFact fact, Promise promise) {
        boolean first = fact instanceof Registered || fact instanceof WindowCorrected;
        return switch (promise.kind()) {
            case FIRST_RESPONSE -> first;
            case SECOND_LINE -> fact instanceof Escalated && !fact.at().isAfter(promise.startedAt());
            case FOLLOW_UP ->
                !(fact instanceof HardwareFaultDetected) && !fact.at().isAfter(promise.startedAt());
            case HARDWARE_REPAIR ->
                fact instanceof HardwareFaultDetected fault
                        && fault.detectedAt().equals(promise.startedAt());
        };
    }
}
