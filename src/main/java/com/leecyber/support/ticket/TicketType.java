package com.leecyber.support.ticket;

/** What the customer asks for (R4.1). */
public enum TicketType {
    QUESTION,
    PROBLEM,
    LIMITS,
    CLAIM;

    /** The nature that the response window depends on (R3.2): a problem is technical, everything else information. */
    public Nature nature() {
        return this == PROBLEM ? Nature.TECHNICAL : Nature.INFORMATION;
    }
}
