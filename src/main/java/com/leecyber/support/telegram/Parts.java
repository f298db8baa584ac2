package com.leecyber.support.telegram;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into messages, at line ends where there are any, never through a character. */
final class Parts {

    /** Telegram's own, counted in UTF-16. */
    static final int LONGEST = 4096;

    private Parts() {}

    /** The parts that have something to read; Telegram refuses the others. */
    static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > LONGEST) {
            int end = end(rest);
            parts.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        parts.add(rest);
        return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static int end(String text) {
        int line = text.lastIndexOf('\n', LONGEST);
        if (line > 0) {
            return line;
        }
        int space = text.lastIndexOf(' ', LONGEST);
        if (space > LONGEST / 2) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
