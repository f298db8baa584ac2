package com.leecyber.support.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Breaks text into lines: between words, and within a word that is longer than a line. */
final class LineBreaks {

    private LineBreaks() {}

    /**
     * The lines.
     *
     * @param fits whether a text is short enough for a line; one letter always is
     */
    static List<String> of(String text, Predicate<String> fits) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String line = "";
            for (String word : paragraph.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (fits.test(longer)) {
                    line = longer;
                } else {
                    if (!line.isEmpty()) {
                        lines.add(line);
                    }
                    line = lastPiece(word, fits, lines);
                }
            }
            lines.add(line);
        }
        return lines;
    }

    private static String lastPiece(String word, Predicate<String> fits, List<String> lines) {
        String rest = word;
        while (!fits.test(rest)) {
            int length = rest.offsetByCodePoints(0, 1);
            while (length < rest.length() && fits.test(rest.substring(0, rest.offsetByCodePoints(length, 1)))) {
                length = rest.offsetByCodePoints(length, 1);
            }
            if (length == rest.length()) {
                break;
            }
            lines.add(rest.substring(0, length));
            rest = rest.substring(length);
        }
        return rest;
    }
}
