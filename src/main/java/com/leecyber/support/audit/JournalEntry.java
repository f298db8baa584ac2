package com.leecyber.support.audit;

import java.time.Instant;

/**
 * One entry of a ticket's journal, as stored.
 *
 * @param ticket the ticket's number
 * @param sequence counts the ticket's entries from 1
 * @param recordedAt when it was recorded
 * @param actor who did it, see {@link Actor#current()}
 * @param kind the name of an {@link EventKind}; a text, so that an entry that was tampered with can still be read
 * @param clause the regulation's clause behind it, or null
 * @param details JSON, its keys sorted
 * @param previousHash the hash of the entry before; {@value Seal#NOTHING_BEFORE} for the first
 * @param hash see {@link Seal}
 */
public record JournalEntry(
        String ticket,
        int sequence,
        Instant recordedAt,
        String actor,
        String kind,
        String clause,
        String details,
        String previousHash,
        String hash) {

    boolean follows(JournalEntry previous) {
        return previous == null
                ? sequence == 1 && previousHash.equals(Seal.NOTHING_BEFORE)
                : sequence == previous.sequence() + 1 && previousHash.equals(previous.hash());
    }

    boolean isIntact() {
        return hash.equals(Seal.of(this));
    }

    JournalEntry sealed() {
        return new JournalEntry(
                ticket, sequence, recordedAt, actor, kind, clause, details, previousHash, Seal.of(this));
    }
}
