package com.leecyber.support.proof;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that is not as it was left.
 *
 * @param chain which chain; null when it is about a checkpoint or a file
 * @param sequence which of its entries; 0 for none
 * @param checkpoint the number of the checkpoint that shows it or that it is about; 0 for none
 * @param detail the file or what was found there; an empty text for nothing
 */
public record Finding(FindingKind kind, String chain, int sequence, int checkpoint, String detail)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::chain, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Finding::sequence)
            .thenComparing(Finding::checkpoint)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::detail);

    public Finding {
        Objects.requireNonNull(kind, "kind");
    }

    static Finding ofEntry(FindingKind kind, String chain, int sequence) {
        return new Finding(kind, chain, sequence, 0, "");
    }

    /** About an entry, shown by a checkpoint. */
    public static Finding ofHead(FindingKind kind, Head head, int checkpoint) {
        return new Finding(kind, head.chain(), head.sequence(), checkpoint, "");
    }

    /** About a checkpoint. */
    public static Finding ofCheckpoint(FindingKind kind, int checkpoint, String detail) {
        return new Finding(kind, null, 0, checkpoint, detail);
    }

    static Finding ofFile(FindingKind kind, String detail) {
        return new Finding(kind, null, 0, 0, detail);
    }

    /** Entries in the order of their chains, then checkpoints, then files. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** What and where it is, and what it may mean: Russian for a Russian reader, else English. */
    public String sentence(Locale reader) {
        return Wording.of(reader)
                .say("finding." + kind, chain, String.valueOf(sequence), String.valueOf(checkpoint), detail);
    }
}
