package com.leecyber.support.notification;

/** Texts that must stay on one line, such as mail headers: whatever was typed, no line break gets through. */
final class OneLine {

    private OneLine() {}

    /** The text with every run of control characters and line separators as one space. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    /** As {@link #of}, cut to a length in characters. */
    static String of(String text, int longest) {
        String line = of(text);
        if (line.length() <= longest) {
            return line;
        }
        int end = longest - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
