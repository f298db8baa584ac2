package com.leecyber.support.telegram;

/** Texts that stand within a line of ours, on a button or in an error: nothing in them breaks or turns that line. */
final class Line {

    private Line() {}

    /** The text without line breaks and characters that change the direction of reading, cut to a length. */
    static String of(String text, int longest) {
        String line = text.replaceAll(
                        "[\\p{Cntrl}\\u0085\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = longest - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
