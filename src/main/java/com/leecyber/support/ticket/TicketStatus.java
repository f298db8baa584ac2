package com.leecyber.support.ticket;

import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands for its customer, with the one table of what may follow what (R5). */
public enum TicketStatus {
    /** Has a number and waits for L1. */
    REGISTERED,
    /** Back with L1 for triage, after an answer or from L2. */
    IN_TRIAGE,
    IN_FIRST_LINE,
    WAITING_FOR_CUSTOMER,
    IN_SECOND_LINE,
    WAITING_FOR_RELEASE,
    IN_REPAIR,
    /** The outcome is known; the customer is being told. */
    RESOLVED,
    CLOSED;

    private Set<TicketStatus> next() {
        return switch (this) {
            case REGISTERED, IN_TRIAGE ->
                EnumSet.of(IN_FIRST_LINE, WAITING_FOR_CUSTOMER, IN_SECOND_LINE, RESOLVED, CLOSED);
            case IN_FIRST_LINE -> EnumSet.of(WAITING_FOR_CUSTOMER, IN_SECOND_LINE, RESOLVED, CLOSED);
            case WAITING_FOR_CUSTOMER -> EnumSet.of(IN_TRIAGE, IN_SECOND_LINE, RESOLVED, CLOSED);
            case IN_SECOND_LINE ->
                EnumSet.of(WAITING_FOR_CUSTOMER, WAITING_FOR_RELEASE, IN_REPAIR, IN_TRIAGE, RESOLVED, CLOSED);
            case WAITING_FOR_RELEASE, IN_REPAIR -> EnumSet.of(RESOLVED, CLOSED);
            case RESOLVED -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(TicketStatus.class);
        };
    }

    boolean mayBecome(TicketStatus next) {
        return next().contains(next);
    }

    /** Whether the outcome is known, so that whatever the customer writes now is a new request. */
    public boolean isOver() {
        return this == RESOLVED || this == CLOSED;
    }
}
