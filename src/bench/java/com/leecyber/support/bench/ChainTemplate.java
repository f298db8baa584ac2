package com.leecyber.support.bench;

import com.leecyber.support.proof.JournalEntry;
import java.util.List;

/** A ticket's journal; each clone's is sealed anew, so that the chains of all are whole. */
record ChainTemplate(List<Entry> entries) {

    /** One entry; {@code clause} is null when there is none. */
    record Entry(int sequence, long recordedAt, Cell actor, String kind, String clause, Cell details) {}

    void to(CopiedTable table, Clone clone) {
        String previous = JournalEntry.NOTHING_BEFORE;
        for (Entry entry : entries) {
            JournalEntry sealed = new JournalEntry(
                            clone.number(),
                            entry.sequence(),
                            Moments.instant(entry.recordedAt() + clone.shift()),
                            entry.actor().text(clone),
                            entry.kind(),
                            entry.clause(),
                            entry.details().text(clone),
                            previous,
                            null)
                    .sealed();
            table.add(sealed);
            previous = sealed.hash();
        }
    }
}
