package com.leecyber.support.notification;

import static com.leecyber.support.notification.NotificationKind.Audience.ANYBODY;
import static com.leecyber.support.notification.NotificationKind.Audience.CUSTOMER;
import static com.leecyber.support.notification.NotificationKind.Audience.LEAD;
import static com.leecyber.support.notification.NotificationKind.Audience.LICENSEE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the desk says; each kind has its texts in forms/notifications/ and may use these placeholders in them. */
enum NotificationKind {
    /** The ticket has a number, and an answer is due by then (R5.1, R3.2). */
    TICKET_ACKNOWLEDGED(CUSTOMER, true, "panel", "due", "clause"),
    /** Support needs a valid licence (R1.4). */
    NO_LICENCE(CUSTOMER, true, "panel", "clause"),
    /** A question of the desk still waits for the customer (R5.2). */
    REMINDER(CUSTOMER, false, "panel", "question", "closesAt"),
    /** The outcome (R5.4c). */
    TICKET_SOLVED(CUSTOMER, false, "panel", "text"),
    /** The cause is excluded (R7.2). */
    TICKET_OUTSIDE_RESPONSIBILITY(CUSTOMER, false, "panel", "text", "clause"),
    /** Closed without the customer's answer (R5.2). */
    TICKET_CLOSED_FOR_SILENCE(CUSTOMER, false, "panel"),
    /** The customer took the request back. */
    TICKET_WITHDRAWN(CUSTOMER, true, "panel"),
    /** L2 works in the panel only (R3.1.2). */
    MOVED_TO_PANEL(CUSTOMER, false, "panel", "clause"),
    /** Answers what came past the panel (R3.1.2). */
    OUTSIDE_PANEL(CUSTOMER, true, "panel", "clause"),
    /** A person of the desk wrote (R3.2). */
    REPLY(CUSTOMER, false, "panel", "text"),
    /** A person of the desk asks (R5.2). */
    INFORMATION_REQUEST(CUSTOMER, false, "panel", "text", "closesAt"),
    /** The fix comes with a release (R5.4c). */
    FIX_PLANNED(CUSTOMER, false, "panel", "text", "release"),
    /** To the shift lead: a deadline is near (R3.2, R5.4b). */
    DEADLINE_WARNING(LEAD, false, "promise", "due", "priority", "clause"),
    /** To the shift lead: a deadline was missed (R3.2, R5.4b). */
    DEADLINE_BREACH(LEAD, false, "promise", "due", "priority", "clause"),
    /** To the shift lead: a change of the rules waits for a second pair of eyes. */
    CHANGE_PROPOSED(LEAD, false, "author"),
    /** To the shift lead: works should be over and are not (R6.1). */
    WORKS_OVERRUN(LEAD, false, "due"),
    /** To the shift lead: works have begun of which nobody was told before (R6.2). */
    WORKS_EMERGENCY(LEAD, false, "from"),
    /** To the shift lead: many of the above at once. */
    LEAD_DIGEST(ANYBODY, false, "count", "lines"),
    /** To somebody who is no customer: how to become one who may ask (R1.4). */
    UNKNOWN_SENDER(ANYBODY, true, "panel"),
    /** Works are planned (R6.1). */
    WORKS_ANNOUNCED(LICENSEE, false, "panel", "clause", "services", "from", "to", "text"),
    /** Announced works have another time (R6.1). */
    WORKS_MOVED(LICENSEE, false, "panel", "clause", "services", "from", "to", "oldFrom", "oldTo", "text"),
    /** Announced works will not be (R6.1). */
    WORKS_CANCELLED(LICENSEE, false, "panel", "clause", "services", "from", "to", "text", "reason"),
    /** Announced works begin soon (R6.1). */
    WORKS_REMINDER(LICENSEE, false, "panel", "clause", "services", "from", "to", "text"),
    /** Running works take longer than announced (R6.1). */
    WORKS_PROLONGED(LICENSEE, false, "panel", "clause", "services", "from", "to", "text"),
    /** Planned works are over (R6.1). */
    WORKS_COMPLETED(LICENSEE, false, "panel", "clause", "services", "from", "to", "text"),
    /** Emergency works were done (R6.2). */
    EMERGENCY_WORKS_DONE(LICENSEE, false, "panel", "clause", "services", "detected", "from", "to", "text", "cause"),
    /** There is news of an incident. */
    INCIDENT_UPDATE(LICENSEE, false, "panel", "services", "title", "text");

    private final Audience audience;
    private final boolean answer;
    private final Set<String> placeholders;

    NotificationKind(Audience audience, boolean answer, String... placeholders) {
        this.audience = audience;
        this.answer = answer;
        this.placeholders = new TreeSet<>(audience.placeholders);
        this.placeholders.addAll(Arrays.asList(placeholders));
    }

    /** Who reads it, and what every text for them can use. */
    enum Audience {
        /** The customer of a ticket. */
        CUSTOMER("number", "subject", "customer"),
        /** A shift lead, of one ticket or change. */
        LEAD("number", "subject", "customer"),
        /** Many customers, of works or an incident. */
        LICENSEE("number", "customer"),
        /** Of no ticket in particular. */
        ANYBODY;

        private final Set<String> placeholders;

        Audience(String... placeholders) {
            this.placeholders = Set.of(placeholders);
        }
    }

    /** Its name in files, keys and Message-IDs. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with that name; none when a newer version of the desk wrote it. */
    static Optional<NotificationKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Whether a customer reads it, who may answer it. */
    boolean isToCustomer() {
        return audience == CUSTOMER;
    }

    /** Whether it answers what the customer has just sent, without a person in between (RFC 3834). */
    boolean isAutomaticAnswer() {
        return answer;
    }

    /**
     * Whether nothing but a receipt is lost when it is not sent. Outcomes always are: a customer without a licence is told
     * so (R1.4), however many were told before.
     */
    boolean isReceipt() {
        return this == TICKET_ACKNOWLEDGED || this == OUTSIDE_PANEL;
    }

    /** The kinds that answer without a person in between, as the outbox knows them. */
    static List<String> automaticAnswers() {
        return Arrays.stream(values())
                .filter(NotificationKind::isAutomaticAnswer)
                .map(NotificationKind::id)
                .toList();
    }

    /** The names that its texts may use; a value is there for each. */
    Set<String> placeholders() {
        return placeholders;
    }
}
