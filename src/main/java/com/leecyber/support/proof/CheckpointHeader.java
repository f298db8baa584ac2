package com.leecyber.support.proof;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a checkpoint's signature covers.
 *
 * @param number counts the checkpoints from 1, without a gap
 * @param takenAt UTC, in microseconds
 * @param heads how many there are
 * @param root of the {@link MerkleTree} over the heads' lines, which are sorted by their bytes; hexadecimal
 * @param previous SHA-256 of the text of the header before; {@value Seal#NOTHING_BEFORE} for the first
 * @param key the fingerprint of the key that signs
 */
public record CheckpointHeader(int number, Instant takenAt, int heads, String root, String previous, String key) {

    /** What the first checkpoint follows. */
    public static final String NOTHING_BEFORE = Seal.NOTHING_BEFORE;

    static final int LINES = 7;

    private static final String TITLE = "support-desk checkpoint 1";
    private static final Pattern TEXT = Pattern.compile(TITLE + "\nnumber: ([1-9][0-9]{0,8})\ntaken-at: (\\S{27})\n"
            + "heads: ([1-9][0-9]{0,8})\nroot: ([0-9a-f]{64})\nprevious: ([0-9a-f]{64})\nkey: ([0-9a-f]{64})\n");

    /** The signed text: seven lines, each with its end. */
    public String text() {
        return TITLE + "\nnumber: " + number + "\ntaken-at: " + Seal.time(takenAt) + "\nheads: " + heads + "\nroot: "
                + root + "\nprevious: " + previous + "\nkey: " + key + "\n";
    }

    /** What the next checkpoint calls its previous one. */
    public String hash() {
        return Sha256.hex(text());
    }

    static CheckpointHeader read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new Unreadable("not the header of a checkpoint: " + Shortened.of(text));
        }
        return new CheckpointHeader(
                Integer.parseInt(parts.group(1)),
                Moment.read(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4),
                parts.group(5),
                parts.group(6));
    }
}
