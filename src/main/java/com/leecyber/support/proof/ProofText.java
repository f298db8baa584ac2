package com.leecyber.support.proof;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One chain with what proves it, as lines to send along or to embed in another file: a first line, the entries, the checkpoint
 * that covers them if there is one, a last line. With the public key nothing else is needed to check it.
 *
 * @param chain whose entries they are
 * @param entries in their order
 * @param cover what a checkpoint says of them; null while none does
 */
public record ProofText(String chain, List<JournalEntry> entries, Cover cover) {

    /** How a proof begins, wherever it stands. */
    static final String MAGIC = "{\"proof\":\"support-desk/1\"";

    static final String END = "{\"end\":\"support-desk/1\"";

    /**
     * A checkpoint's word for one head.
     *
     * @param key the public key, in one line
     * @param place of the head among the checkpoint's heads, from 0
     * @param path from the head to the root
     */
    public record Cover(
            CheckpointHeader header, String signature, String key, Head head, int place, List<String> path) {

        /** What a checkpoint says of one of its heads. */
        public static Cover of(Checkpoint checkpoint, Head head, VerifyingKey key) {
            return new Cover(
                    checkpoint.header(),
                    checkpoint.signature(),
                    key.text(),
                    head,
                    checkpoint.heads().indexOf(head),
                    checkpoint.path(head));
        }

        private String line() {
            return "{\"checkpoint\":%s,\"signature\":%s,\"key\":%s,\"head\":%s,\"place\":%d,\"path\":[%s]}"
                    .formatted(
                            JsonText.of(header.text()),
                            JsonText.of(signature),
                            JsonText.of(key),
                            JsonText.of(head.line()),
                            place,
                            path.stream().map(JsonText::of).collect(Collectors.joining(",")));
        }

        @SuppressWarnings("unchecked")
        private static Cover read(String line) {
            Map<String, Object> fields = JsonLine.read(line);
            Cover cover = new Cover(
                    CheckpointHeader.read((String) fields.get("checkpoint")),
                    (String) fields.get("signature"),
                    (String) fields.get("key"),
                    Head.read((String) fields.get("head")),
                    (Integer) fields.get("place"),
                    (List<String>) fields.get("path"));
            if (!cover.line().equals(line)) {
                throw new Unreadable("no cover of a proof: " + Shortened.of(line));
            }
            return cover;
        }
    }

    /** How many of the entries no checkpoint covers yet: the last ones. */
    public int uncovered() {
        return Math.max(0, entries.size() - (cover == null ? 0 : cover.head().sequence()));
    }

    /** The lines, each with its end. */
    public String text() {
        List<String> body = Stream.concat(
                        entries.stream().map(JournalEntry::line),
                        Stream.ofNullable(cover).map(Cover::line))
                .toList();
        return Stream.of(Stream.of(firstLine()), body.stream(), Stream.of(lastLine(body.size())))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Reads a proof.
     *
     * @param lines from its first one on; read up to its last one
     * @throws Unreadable if it is written otherwise or ends too early
     */
    static ProofText read(Iterator<String> lines) {
        try {
            String first = lines.next();
            String chain = (String) JsonLine.read(first).get("chain");
            List<JournalEntry> entries = new ArrayList<>();
            Cover cover = null;
            int body = 0;
            String line = lines.next();
            while (!line.startsWith(END)) {
                if (line.startsWith("{\"checkpoint\":") && cover == null) {
                    cover = Cover.read(line);
                } else {
                    entries.add(EntryLine.read(line));
                }
                body++;
                line = lines.next();
            }
            ProofText proof = new ProofText(chain, List.copyOf(entries), cover);
            if (proof.firstLine().equals(first) && lastLine(body).equals(line)) {
                return proof;
            }
        } catch (ClassCastException | NullPointerException | NoSuchElementException notWhole) {
            // Named below.
        }
        throw new Unreadable("the proof is not whole");
    }

    private String firstLine() {
        return MAGIC
                + ",\"chain\":%s,\"entries\":%d,\"uncovered\":%d}"
                        .formatted(JsonText.of(chain), entries.size(), uncovered());
    }

    private static String lastLine(int body) {
        return END + ",\"lines\":" + (body + 2) + "}";
    }
}
