package com.leecyber.support.inspection;

import com.leecyber.support.proof.JournalEntry;
import java.time.Instant;

/**
 * One line in which two records of the same thing stand side by side.
 *
 * @param record which record is held against the journal
 * @param what the thing, as that record names it; of an entry that stands alone its kind
 * @param who the person there, or null
 * @param at the moment there; null when that record has nothing
 * @param entry the journal's entry; null when the journal has nothing
 * @param difference what differs, such as {@code 06:00 ≠ 02:00}, or null
 */
record Reconciled(
        Record record, String what, String who, Instant at, JournalEntry entry, Verdict verdict, String difference) {

    /** What the journal is held against. */
    enum Record {
        TICKET,
        TASK,
        STEP,
        CLOCK,
        NOTICE,
        MESSAGE,
        FILE,
        NOTIFICATION
    }

    /** How the two stand. */
    enum Verdict {
        AGREES,
        /** The same thing, told differently. */
        DIFFERS,
        ONLY_IN_JOURNAL,
        /** The record has it and the journal does not. */
        NOT_IN_JOURNAL,
        /** A step that found nothing to do, and so wrote nothing. */
        SILENT;

        /** Whether somebody should look into it. */
        public boolean isSuspicious() {
            return this == DIFFERS || this == ONLY_IN_JOURNAL || this == NOT_IN_JOURNAL;
        }
    }

    /** The anchor of the entry on the timeline's page, or null. */
    public String anchor() {
        return entry == null ? null : "e" + entry.sequence();
    }
}
