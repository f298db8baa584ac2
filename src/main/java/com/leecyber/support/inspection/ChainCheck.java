package com.leecyber.support.inspection;

import com.leecyber.support.proof.JournalEntry;
import java.util.List;

/**
 * Whether the entries that a page shows are whole.
 *
 * @param entries how many there are
 * @param broken the sequence of the first that was altered or does not follow the one before, or null
 */
record ChainCheck(int entries, Integer broken) {

    /** A whole chain. */
    static ChainCheck of(List<JournalEntry> chain) {
        return of(null, chain);
    }

    /**
     * A stretch of a chain.
     *
     * @param before the entry before it, or null if it is the beginning
     */
    static ChainCheck of(JournalEntry before, List<JournalEntry> chain) {
        JournalEntry previous = before;
        for (JournalEntry entry : chain) {
            if (!entry.follows(previous) || !entry.isIntact()) {
                return new ChainCheck(chain.size(), entry.sequence());
            }
            previous = entry;
        }
        return new ChainCheck(chain.size(), null);
    }

    public boolean isWhole() {
        return broken == null;
    }
}
