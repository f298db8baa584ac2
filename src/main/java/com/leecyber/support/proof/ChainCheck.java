package com.leecyber.support.proof;

/**
 * Follows entries chain by chain, each in its order, and names the first entry of every chain that does not fit. It keeps one
 * entry, however many there are.
 */
public final class ChainCheck {

    private final Findings findings;
    private JournalEntry previous;
    private boolean broken;
    private long entries;
    private long chains;

    public ChainCheck(Findings findings) {
        this.findings = findings;
    }

    /** The next entry: of the same chain, or the first of another. */
    public void next(JournalEntry entry) {
        if (previous == null || !previous.ticket().equals(entry.ticket())) {
            previous = null;
            broken = false;
            chains++;
        }
        entries++;
        if (!broken) {
            check(entry);
        }
        previous = entry;
    }

    /** How many entries there were. */
    public long entries() {
        return entries;
    }

    /** How many chains they made. */
    public long chains() {
        return chains;
    }

    private void check(JournalEntry entry) {
        int expected = previous == null ? 1 : previous.sequence() + 1;
        if (entry.sequence() != expected) {
            find(FindingKind.ENTRY_MISSING, entry, expected);
        } else if (!entry.isIntact()) {
            find(FindingKind.ENTRY_ALTERED, entry, expected);
        } else if (!entry.follows(previous)) {
            find(FindingKind.ENTRY_DOES_NOT_FOLLOW, entry, expected);
        }
    }

    private void find(FindingKind kind, JournalEntry entry, int sequence) {
        broken = true;
        findings.add(Finding.ofEntry(kind, entry.ticket(), sequence));
    }
}
