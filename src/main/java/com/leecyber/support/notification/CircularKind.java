package com.leecyber.support.notification;

import java.util.Arrays;
import java.util.Optional;

/** What a circular says. */
public enum CircularKind {
    /** Works are planned (R6.1). */
    WORKS_ANNOUNCED(NotificationKind.WORKS_ANNOUNCED, "R6.1", true),
    /** Announced works have another time (R6.1). */
    WORKS_MOVED(NotificationKind.WORKS_MOVED, "R6.1", true),
    /** Announced works will not be (R6.1). */
    WORKS_CANCELLED(NotificationKind.WORKS_CANCELLED, "R6.1", true),
    /** Announced works begin soon. */
    WORKS_REMINDER(NotificationKind.WORKS_REMINDER, "R6.1", false),
    /** Running works take longer than announced. */
    WORKS_PROLONGED(NotificationKind.WORKS_PROLONGED, "R6.1", true),
    /** Planned works are over. */
    WORKS_COMPLETED(NotificationKind.WORKS_COMPLETED, "R6.1", false),
    /** Emergency works were done, which nobody had been told of before (R6.2). */
    EMERGENCY_WORKS_DONE(NotificationKind.EMERGENCY_WORKS_DONE, "R6.2", false),
    /** There is news of an incident, for those whom it concerns. */
    INCIDENT_UPDATE(NotificationKind.INCIDENT_UPDATE, null, false);

    private final NotificationKind notification;
    private final String clause;
    private final boolean calendar;

    CircularKind(NotificationKind notification, String clause, boolean calendar) {
        this.notification = notification;
        this.clause = clause;
        this.calendar = calendar;
    }

    /** Its name in files, keys and Message-IDs. */
    String id() {
        return notification.id();
    }

    NotificationKind notification() {
        return notification;
    }

    Optional<String> clause() {
        return Optional.ofNullable(clause);
    }

    /** Whether a calendar file goes with it. */
    boolean hasCalendar() {
        return calendar;
    }

    static CircularKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
