package com.leecyber.support.proof;

/** The beginning of a foreign text, fit for a message: without control characters, at most 60 long. */
final class Shortened {

    private static final int LENGTH = 60;

    private Shortened() {}

    static String of(String text) {
        String start = text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
        return start.replaceAll("\\p{C}", "·");
    }
}
