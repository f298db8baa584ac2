package com.leecyber.support.sla;

/** Why a stretch of a ticket's time counts the way it does. */
public enum IntervalReason {
    AWAITING_FIRST_RESPONSE,
    FIRST_RESPONSE_OVERDUE,
    AWAITING_FOLLOW_UP,
    FOLLOW_UP_OVERDUE,
    AWAITING_SECOND_LINE,
    SECOND_LINE_OVERDUE,
    AWAITING_REPAIR,
    REPAIR_OVERDUE,

    /** The desk asked and the customer has the word: no response clock runs (R5.2). */
    WAITING_FOR_CUSTOMER,

    /** Answered: work goes on, but no clock runs, since resolution time is not regulated (R5.4a). */
    ANSWERED;

    static IntervalReason awaiting(PromiseKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> AWAITING_FIRST_RESPONSE;
            case FOLLOW_UP -> AWAITING_FOLLOW_UP;
            case SECOND_LINE -> AWAITING_SECOND_LINE;
            case HARDWARE_REPAIR -> AWAITING_REPAIR;
        };
    }

    static IntervalReason overdue(PromiseKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> FIRST_RESPONSE_OVERDUE;
            case FOLLOW_UP -> FOLLOW_UP_OVERDUE;
            case SECOND_LINE -> SECOND_LINE_OVERDUE;
            case HARDWARE_REPAIR -> REPAIR_OVERDUE;
        };
    }
}
