package com.leecyber.support.mailbox;

import java.time.Instant;

/**
 * A mail that was or is in quarantine.
 *
 * @param sender null where it names none
 * @param ticket what it became, or null
 * @param decidedBy null while nobody has decided
 * @param decision what the shift lead said, or null
 */
record QuarantinedMail(
        long id,
        String mailbox,
        Instant receivedAt,
        long size,
        State state,
        QuarantineReason reason,
        String sender,
        String subject,
        String ticket,
        String decidedBy,
        Instant decidedAt,
        String decision) {

    /** What became of it. */
    enum State {
        QUARANTINE,
        TICKET,
        REPLY,
        DISCARDED
    }

    public boolean isWaiting() {
        return state == State.QUARANTINE;
    }
}
