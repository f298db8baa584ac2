package com.leecyber.support.notification;

import java.nio.charset.StandardCharsets;

/** Lines of an iCalendar file (RFC 5545, 3.1): each ends with CRLF and is folded before it has more than 75 octets. */
final class ContentLines {

    private static final int LONGEST = 75;

    private final StringBuilder lines = new StringBuilder();

    /** Adds a line whose value is no free text. */
    ContentLines add(String name, String value) {
        int octets = 0;
        for (int symbol : (name + ":" + value).codePoints().toArray()) {
            String written = Character.toString(symbol);
            int length = written.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(written);
            octets += length;
        }
        lines.append("\r\n");
        return this;
    }

    /** Adds a line with what somebody wrote (3.3.11). */
    ContentLines addText(String name, String text) {
        return add(name, escaped(text));
    }

    private static String escaped(String text) {
        return text.replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
                .replaceAll("[\\\\;,]", "\\\\$0")
                .replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
