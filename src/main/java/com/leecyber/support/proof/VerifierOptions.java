package com.leecyber.support.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The verifier's command line.
 *
 * @param key a public key's file, or a fingerprint
 * @param checkpoints their folder, or null
 * @param whole whether the files are said to be the whole journal
 */
record VerifierOptions(String key, Path checkpoints, boolean whole, Locale language, List<Path> files) {

    /** A command line that cannot be followed; the message names the word. */
    static final class Wrong extends RuntimeException {

        Wrong(String word) {
            super(word);
        }
    }

    static VerifierOptions of(List<String> words, Locale usual) {
        String key = null;
        Path checkpoints = null;
        boolean whole = false;
        Locale language = usual;
        List<Path> files = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--key" -> key = after(word, rest);
                case "--checkpoints" -> checkpoints = existing(after(word, rest));
                case "--whole" -> whole = true;
                case "--lang" -> language = Locale.forLanguageTag(after(word, rest));
                default -> files.add(existing(word));
            }
        }
        if (key == null) {
            throw new Wrong("--key");
        }
        if (checkpoints == null && files.isEmpty()) {
            throw new Wrong("FILE");
        }
        return new VerifierOptions(key, checkpoints, whole, language, List.copyOf(files));
    }

    private static String after(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Wrong(word);
        }
        return rest.next();
    }

    private static Path existing(String word) {
        Path path = Path.of(word);
        if (word.startsWith("--") || !Files.isReadable(path)) {
            throw new Wrong(word);
        }
        return path;
    }
}
