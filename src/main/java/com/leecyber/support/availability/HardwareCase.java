package com.leecyber.support.availability;

import com.leecyber.support.sla.Promise;
import java.time.Instant;

/**
 * One hardware fault and its repair (R5.4b).
 *
 * @param ticket the ticket's number
 * @param settledAt when it was repaired or the ticket was closed; null while it runs
 */
record HardwareCase(String ticket, Instant detectedAt, Instant dueAt, Instant settledAt, State state) {

    /** How it stands against the guarantee. */
    enum State {
        /** Under repair, in time so far. */
        RUNNING,
        /** Repaired in time. */
        MET,
        /** The guarantee is broken, and the repair goes on. */
        OVERDUE,
        /** Settled after the guarantee had been broken. */
        BREACHED,
        /** The ticket was closed in time without a repair. */
        RELEASED
    }

    public boolean isBroken() {
        return state == State.OVERDUE || state == State.BREACHED;
    }

    static HardwareCase of(String ticket, Promise repair) {
        State state = switch (repair.verdict()) {
            case OPEN -> State.RUNNING;
            case MET -> State.MET;
            case BREACHED -> repair.owed() ? State.OVERDUE : State.BREACHED;
            case RELEASED -> State.RELEASED;
        };
        return new HardwareCase(ticket, repair.startedAt(), repair.dueAt(), repair.settledAt(), state);
    }
}
