package com.leecyber.support.proof;

/** Follows checkpoints in the order of their numbers, and says of each whether its heads can be believed. */
public final class CheckpointCheck {

    private final VerifyingKey key;
    private final Findings findings;
    private CheckpointHeader previous;
    private int expected = 1;
    private int count;

    public CheckpointCheck(VerifyingKey key, Findings findings) {
        this.key = key;
        this.findings = findings;
    }

    /**
     * The next file.
     *
     * @param number as the file's name has it, greater than the one before
     * @param checkpoint what the file has
     * @return whether it is whole and signed, so that its heads are worth comparing
     */
    public boolean next(int number, Checkpoint checkpoint) {
        CheckpointHeader before = previous;
        begin(number);
        CheckpointHeader header = checkpoint.header();
        if (!isSound(number, checkpoint)) {
            return false;
        }
        previous = header;
        if (number == 1 && !header.previous().equals(CheckpointHeader.NOTHING_BEFORE)
                || before != null
                        && before.number() == number - 1
                        && !header.previous().equals(before.hash())) {
            find(FindingKind.CHECKPOINT_DOES_NOT_FOLLOW, number, "");
        }
        return true;
    }

    /** The next file, which cannot be read. */
    public void unreadable(int number, String why) {
        begin(number);
        find(FindingKind.CHECKPOINT_UNREADABLE, number, why);
    }

    /** Says which numbers are missing at the end. */
    public void end(int highest) {
        begin(highest + 1);
        count--;
    }

    /** How many files there were. */
    public int count() {
        return count;
    }

    private void begin(int number) {
        if (expected < number) {
            find(FindingKind.CHECKPOINT_MISSING, expected, expected == number - 1 ? "" : "–" + (number - 1));
        }
        expected = number + 1;
        previous = null;
        count++;
    }

    private boolean isSound(int number, Checkpoint checkpoint) {
        CheckpointHeader header = checkpoint.header();
        if (!header.key().equals(key.fingerprint())) {
            find(FindingKind.CHECKPOINT_OF_ANOTHER_KEY, number, header.key());
        } else if (!key.signed(header, checkpoint.signature())) {
            find(FindingKind.CHECKPOINT_FORGED, number, "");
        } else if (!checkpoint.hasItsHeads()) {
            find(FindingKind.HEADS_FORGED, number, "");
        } else if (header.number() != number) {
            find(FindingKind.CHECKPOINT_RENUMBERED, number, String.valueOf(header.number()));
        } else {
            return true;
        }
        return false;
    }

    private void find(FindingKind kind, int checkpoint, String detail) {
        findings.add(Finding.ofCheckpoint(kind, checkpoint, detail));
    }
}
