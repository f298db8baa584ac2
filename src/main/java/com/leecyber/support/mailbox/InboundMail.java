package com.leecyber.support.mailbox;

import java.time.Instant;

/**
 * A mail as it came.
 *
 * @param raw what the mail server handed over, byte by byte
 * @param complete whether that is all of it; of a mail that was too large it is the headers
 * @param size what the mail server said that the whole mail has, in bytes
 * @param attempts how often somebody began to work on it
 */
record InboundMail(long id, String mailbox, byte[] raw, boolean complete, long size, Instant receivedAt, int attempts) {

    /** Under which the journal keeps what became of it. */
    String number() {
        return numberOf(id);
    }

    static String numberOf(long id) {
        return "MAIL-" + id;
    }
}
