package com.leecyber.support.report;

/**
 * How many closed tickets there are, and how the first responses of those stood to which one was owed (R3.2).
 *
 * @param released closed before the deadline without a response
 * @param noLicence without a valid licence nothing is owed (R1.4)
 */
record Tally(long tickets, long noLicence, long met, long breached, long released, long escalated) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    Tally and(Tally other) {
        return new Tally(
                tickets + other.tickets,
                noLicence + other.noLicence,
                met + other.met,
                breached + other.breached,
                released + other.released,
                escalated + other.escalated);
    }

    /** Those whose response was either in time or not. */
    long judged() {
        return met + breached;
    }

    long licensed() {
        return tickets - noLicence;
    }
}
