package com.leecyber.support.proof;

import java.time.Instant;

/**
 * One entry of a ticket's journal, as stored.
 *
 * @param ticket the ticket's number
 * @param sequence counts the ticket's entries from 1
 * @param recordedAt when it was recorded
 * @param actor who did it, as the desk named them
 * @param kind the name of what happened; a text, so that an entry that was tampered with can still be read
 * @param clause the regulation's clause behind it, or null
 * @param details JSON, its keys sorted
 * @param previousHash the hash of the entry before; {@value #NOTHING_BEFORE} for the first
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

    /** What stands for the hash of an entry that is not there. */
    public static final String NOTHING_BEFORE = Seal.NOTHING_BEFORE;

    /** Whether it goes on from an entry; from none, if it is the first. */
    public boolean follows(JournalEntry previous) {
        return previous == null
                ? sequence == 1 && previousHash.equals(Seal.NOTHING_BEFORE)
                : sequence == previous.sequence() + 1 && previousHash.equals(previous.hash());
    }

    /** Whether its own hash fits. */
    public boolean isIntact() {
        return hash.equals(Seal.of(this));
    }

    /** The same with the hash that fits. */
    public JournalEntry sealed() {
        return new JournalEntry(
                ticket, sequence, recordedAt, actor, kind, clause, details, previousHash, Seal.of(this));
    }

    /** The entry as one line of JSON, as exports have it: the fields in their order, details as the text that is sealed. */
    public String line() {
        return "{\"ticket\":%s,\"sequence\":%d,\"recordedAt\":%s,\"actor\":%s,\"kind\":%s,\"clause\":%s,\"details\":%s,\"previousHash\":%s,\"hash\":%s}"
                .formatted(
                        JsonText.of(ticket),
                        sequence,
                        JsonText.of(Seal.time(recordedAt)),
                        JsonText.of(actor),
                        JsonText.of(kind),
                        JsonText.of(clause),
                        JsonText.of(details),
                        JsonText.of(previousHash),
                        JsonText.of(hash));
    }
}
