package com.leecyber.support.proof;

import java.util.Map;

/** Reads what {@link JournalEntry#line()} writes, and nothing else. */
final class EntryLine {

    private EntryLine() {}

    static JournalEntry read(String line) {
        Map<String, Object> fields = JsonLine.read(line);
        try {
            JournalEntry entry = new JournalEntry(
                    text(fields, "ticket"),
                    (Integer) fields.get("sequence"),
                    Moment.read(text(fields, "recordedAt")),
                    text(fields, "actor"),
                    text(fields, "kind"),
                    (String) fields.get("clause"),
                    text(fields, "details"),
                    text(fields, "previousHash"),
                    text(fields, "hash"));
            // Neither another field nor another spelling: what is shown is what was hashed.
            if (entry.line().equals(line)) {
                return entry;
            }
        } catch (ClassCastException | NullPointerException wrongField) {
            // Named below, as any other line that is no entry.
        }
        throw new Unreadable("no entry of a journal: " + Shortened.of(line));
    }

    private static String text(Map<String, Object> fields, String name) {
        String text = (String) fields.get(name);
        if (text == null) {
            throw new Unreadable("no " + name);
        }
        return text;
    }
}
