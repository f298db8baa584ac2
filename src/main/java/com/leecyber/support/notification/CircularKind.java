package com.leecyber.support.notification;

import java.util.Locale;

/** What a circular says. */
public enum CircularKind {
    /** Works are planned (R6.1). */
    WORKS_ANNOUNCED,
    /** Announced works have another time (R6.1). */
    WORKS_MOVED,
    /** Announced works will not be (R6.1). */
    WORKS_CANCELLED,
    /** Announced works begin soon. */
    WORKS_REMINDER,
    /** Running works take longer than announced. */
    WORKS_PROLONGED,
    /** Planned works are over. */
    WORKS_COMPLETED,
    /** Emergency works were done, which nobody had been told of before (R6.2). */
    EMERGENCY_WORKS_DONE,
    /** There is news of an incident, for those whom it concerns. */
    INCIDENT_UPDATE;

    /** Its name in files, keys and Message-IDs. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
