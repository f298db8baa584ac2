package com.leecyber.support.mailbox;

import java.nio.charset.StandardCharsets;

/** Makes whatever a mail says fit for the database and for a page; nothing that can be read is lost. */
final class Storable {

    private Storable() {}

    /** Without halves of characters and control characters, with one kind of line break. */
    static String text(String value) {
        String whole = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    /** As {@link #text} on one line, cut to a length: no header and no list can be broken with it. */
    static String line(String value, int longest) {
        return cut(text(value).replaceAll("\\s+", " ").strip(), longest);
    }

    /** Its beginning, with an ellipsis where something was cut off. */
    static String cut(String value, int longest) {
        return value.length() <= longest ? value : beginning(value, longest - 1) + "…";
    }

    /** Its beginning, never half a character. */
    static String beginning(String value, int longest) {
        if (value.length() <= longest) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
