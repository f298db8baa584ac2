package com.leecyber.support.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How far every chain that had grown had come, signed, and kept outside the database.
 *
 * @param signature of the header's text, Ed25519, Base64
 * @param heads sorted by chain
 */
public record Checkpoint(CheckpointHeader header, String signature, List<Head> heads) {

    private static final String SIGNATURE = "signature: ";

    /** Seals the heads into a checkpoint. */
    public static Checkpoint of(
            int number,
            Instant takenAt,
            String previous,
            String key,
            List<Head> heads,
            UnaryOperator<String> signature) {
        List<Head> sorted =
                heads.stream().sorted(Comparator.comparing(Head::chain)).toList();
        CheckpointHeader header = new CheckpointHeader(number, takenAt, sorted.size(), root(sorted), previous, key);
        return new Checkpoint(header, signature.apply(header.text()), sorted);
    }

    /** Its file: the header, the signature, an empty line, and a line for every head. */
    public String text() {
        StringBuilder text = new StringBuilder(header.text());
        text.append(SIGNATURE).append(signature).append("\n\n");
        heads.forEach(head -> text.append(head.line()).append('\n'));
        return text.toString();
    }

    /**
     * Reads a checkpoint's file.
     *
     * @throws Unreadable if it is written otherwise, naming the line
     */
    public static Checkpoint read(String text) {
        List<String> lines = text.lines().toList();
        int first = CheckpointHeader.LINES + 2;
        if (lines.size() < first
                || !lines.get(first - 2).startsWith(SIGNATURE)
                || !lines.get(first - 1).isEmpty()) {
            throw new Unreadable("line " + (first - 1) + ": no signature");
        }
        CheckpointHeader header =
                CheckpointHeader.read(String.join("\n", lines.subList(0, CheckpointHeader.LINES)) + "\n");
        List<Head> heads = new ArrayList<>(lines.size());
        for (int line = first; line < lines.size(); line++) {
            heads.add(Head.read(lines.get(line)));
        }
        Checkpoint checkpoint =
                new Checkpoint(header, lines.get(first - 2).substring(SIGNATURE.length()), List.copyOf(heads));
        if (!checkpoint.text().equals(text)) {
            throw new Unreadable("not written as checkpoints are");
        }
        return checkpoint;
    }

    /** Whether the heads are those that the header speaks of. */
    public boolean hasItsHeads() {
        return header.heads() == heads.size() && header.root().equals(root(heads));
    }

    /** The hashes that lead from a head to the signed root, hexadecimal, the lowest first. */
    public List<String> path(Head head) {
        return MerkleTree.path(leaves(heads), heads.indexOf(head)).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }

    private static String root(List<Head> heads) {
        return HexFormat.of().formatHex(MerkleTree.root(leaves(heads)));
    }

    private static List<byte[]> leaves(List<Head> heads) {
        return heads.stream().map(Head::leaf).toList();
    }
}
