package com.leecyber.support.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the desk says; each kind has its texts in forms/notifications/ and may use these placeholders in them. */
enum NotificationKind {
    /** The ticket has a number, and an answer is due by then (R5.1, R3.2). */
    TICKET_ACKNOWLEDGED(true, "panel", "due", "clause"),
    /** Support needs a valid licence (R1.4). */
    NO_LICENCE(true, "panel", "clause"),
    /** A question of the desk still waits for the customer (R5.2). */
    REMINDER(false, "panel", "question", "closesAt"),
    /** The outcome (R5.4c). */
    TICKET_SOLVED(false, "panel", "text"),
    /** The cause is excluded (R7.2). */
    TICKET_OUTSIDE_RESPONSIBILITY(false, "panel", "text", "clause"),
    /** Closed without the customer's answer (R5.2). */
    TICKET_CLOSED_FOR_SILENCE(false, "panel"),
    /** The customer took the request back. */
    TICKET_WITHDRAWN(true, "panel"),
    /** L2 works in the panel only (R3.1.2). */
    MOVED_TO_PANEL(false, "panel", "clause"),
    /** Answers what came past the panel (R3.1.2). */
    OUTSIDE_PANEL(true, "panel", "clause"),
    /** A person of the desk wrote (R3.2). */
    REPLY(false, "panel", "text"),
    /** A person of the desk asks (R5.2). */
    INFORMATION_REQUEST(false, "panel", "text", "closesAt"),
    /** The fix comes with a release (R5.4c). */
    FIX_PLANNED(false, "panel", "text", "release"),
    /** To the shift lead: a deadline is near (R3.2, R5.4b). */
    DEADLINE_WARNING(false, "promise", "due", "priority", "clause"),
    /** To the shift lead: a deadline was missed (R3.2, R5.4b). */
    DEADLINE_BREACH(false, "promise", "due", "priority", "clause"),
    /** To the shift lead: a change of the rules waits for a second pair of eyes. */
    CHANGE_PROPOSED(false, "author");

    private final boolean answer;
    private final Set<String> placeholders;

    NotificationKind(boolean answer, String... placeholders) {
        this.answer = answer;
        this.placeholders = new TreeSet<>(Set.of("number", "subject", "customer"));
        this.placeholders.addAll(Arrays.asList(placeholders));
    }

    /** Its name in files, keys and Message-IDs. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with that name; none when a newer version of the desk wrote it. */
    static Optional<NotificationKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Whether it answers what the customer has just sent, without a person in between (RFC 3834). */
    boolean isAutomaticAnswer() {
        return answer;
    }

    /** The names that its texts may use; a value is there for each. */
    Set<String> placeholders() {
        return placeholders;
    }
}
