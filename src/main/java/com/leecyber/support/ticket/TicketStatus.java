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
    /** Shares its cause with others, which is worked on once for all of them. */
    WAITING_FOR_INCIDENT,
    /** The outcome is known; the customer is being told. */
    RESOLVED,
    CLOSED;

    private Set<TicketStatus> next() {
        return switch (this) {
            case REGISTERED, IN_TRIAGE ->
                EnumSet.of(IN_FIRST_LINE, WAITING_FOR_CUSTOMER, IN_SECOND_LINE, WAITING_FOR_INCIDENT, RESOLVED, CLOSED);
            case IN_FIRST_LINE ->
                EnumSet.of(WAITING_FOR_CUSTOMER, IN_SECOND_LINE, WAITING_FOR_INCIDENT, RESOLVED, CLOSED);
            case WAITING_FOR_CUSTOMER -> EnumSet.of(IN_TRIAGE, IN_SECOND_LINE, WAITING_FOR_INCIDENT, RESOLVED, CLOSED);
            case IN_SECOND_LINE ->
                EnumSet.of(
                        WAITING_FOR_CUSTOMER,
                        WAITING_FOR_RELEASE,
                        IN_REPAIR,
                        IN_TRIAGE,
                        WAITING_FOR_INCIDENT,
                        RESOLVED,
                        CLOSED);
            case WAITING_FOR_RELEASE -> EnumSet.of(WAITING_FOR_INCIDENT, RESOLVED, CLOSED);
            // A repair has its own promise (R5.4b), so it goes on whatever else is found.
            case IN_REPAIR -> EnumSet.of(RESOLVED, CLOSED);
            case WAITING_FOR_INCIDENT -> EnumSet.of(IN_TRIAGE, RESOLVED, CLOSED);
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
