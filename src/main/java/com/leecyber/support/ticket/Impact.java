package com.leecyber.support.ticket;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a request says about the damage: the facts that the decision table {@code priority} reads (R4.2).
 *
 * @param workaround whether the customer can work around it for now
 */
@Embeddable
public record Impact(
        @Enumerated(EnumType.STRING) Affected affected,
        @Enumerated(EnumType.STRING) Scope scope,
        @Enumerated(EnumType.STRING) Effect effect,
        boolean dataLoss,
        boolean workaround) {

    /** What is affected. */
    public enum Affected {
        PLATFORM,
        /** Sign-in, creating tasks, working with documents. */
        KEY_PROCESS,
        MODULE,
        OTHER
    }

    /** Who is affected. */
    public enum Scope {
        ALL_USERS,
        SEVERAL_USERS,
        ONE_USER
    }

    /** How badly. */
    public enum Effect {
        UNAVAILABLE,
        /** Works with significant errors. */
        DEGRADED,
        MINOR,
        NONE
    }

    /** What is assumed until L1 has looked: a problem is taken seriously, everything else harms nothing. */
    static Impact assumedFor(TicketType type, Affected affected) {
        return type == TicketType.PROBLEM
                ? new Impact(affected, Scope.ONE_USER, Effect.DEGRADED, false, false)
                : new Impact(Affected.OTHER, Scope.ONE_USER, Effect.NONE, false, false);
    }
}
