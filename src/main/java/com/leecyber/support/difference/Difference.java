package com.leecyber.support.difference;

import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/** Compares a file in force with a proposed one. */
public final class Difference {

    /** More than any diagram has that a person drew. */
    private static final int MOST_BYTES = 2_000_000;

    private Difference() {}

    /**
     * What differs. A diagram or table that cannot be read as one is compared line by line, so nothing stays unseen.
     *
     * @param name the file's bare name; its ending says how to compare
     * @param before the file in force, or null if there is none
     * @param after the proposed file, or null if it is to go
     * @throws IllegalArgumentException if there is neither
     */
    public static FileDifference between(String name, byte[] before, byte[] after) {
        if (before == null && after == null) {
            throw new IllegalArgumentException("Neither version of " + name + " exists: nothing to compare");
        }
        if (isTooLarge(before) || isTooLarge(after)) {
            return TextComparison.ofTooLarge(name, before, after);
        }
        return structured(name, before, after).orElseGet(() -> TextComparison.between(name, before, after));
    }

    private static Optional<FileDifference> structured(String name, byte[] before, byte[] after) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        boolean diagram = lowerCase.endsWith(".bpmn");
        if (!diagram && !lowerCase.endsWith(".dmn")) {
            return Optional.empty();
        }
        Optional<Element> old = before == null ? Optional.empty() : XmlFile.definitions(before);
        Optional<Element> proposed = after == null ? Optional.empty() : XmlFile.definitions(after);
        if (before != null && old.isEmpty() || after != null && proposed.isEmpty()) {
            return Optional.empty();
        }
        return diagram
                ? Optional.of(DiagramComparison.between(name, old, proposed))
                : TableComparison.between(name, old, proposed);
    }

    private static boolean isTooLarge(byte[] content) {
        return content != null && content.length > MOST_BYTES;
    }
}
