package com.leecyber.support.inspection;

import com.leecyber.support.sla.ClockFact;
import java.util.Locale;

/** The names of the clock's facts, as they are stored: {@code WINDOW_CORRECTED}. */
final class FactKinds {

    private FactKinds() {}

    static String name(ClockFact fact) {
        return fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }
}
