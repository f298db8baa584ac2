package com.leecyber.support.sla;

/** What the desk owes a customer. */
public enum PromiseKind {

    /** The first message that a person causes, counted from registration (R3.2). */
    FIRST_RESPONSE,

    /** The next message after the customer answered a question or the second line gave the ticket back (R3.2). */
    FOLLOW_UP,

    /** The second line's first message, counted from the escalation (R3.2, R5.3). */
    SECOND_LINE,

    /** Working hardware, counted from the detection of the fault (R5.4b). */
    HARDWARE_REPAIR;

    /** Whether a message to the customer keeps this promise. */
    boolean isResponse() {
        return this != HARDWARE_REPAIR;
    }
}
