package com.leecyber.support.status;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One thing that everybody may know of: works or an incident. Its texts were written for the public.
 *
 * @param number such as {@code PW-2026-000001}
 * @param services the codes of the services concerned; empty means the whole platform
 * @param from when it began or is to begin
 * @param to when it ended or is to end; null while nobody knows
 * @param russian what it is, in Russian
 * @param english the same in English
 * @param updates what has been said since, oldest first
 */
public record StatusNotice(
        String number,
        Kind kind,
        Stage stage,
        List<String> services,
        Instant from,
        Instant to,
        String russian,
        String english,
        List<Update> updates) {

    /** What it is, in the reader's language. */
    public String text(Locale language) {
        return in(language, russian, english);
    }

    private static String in(Locale language, String russian, String english) {
        return "en".equals(language.getLanguage()) ? english : russian;
    }

    /** What it is. */
    public enum Kind {
        PLANNED_WORKS,
        EMERGENCY_WORKS,
        INCIDENT
    }

    /** Where it stands. */
    public enum Stage {
        PLANNED,
        RUNNING,
        OVER,
        CANCELLED
    }

    /** One thing that was said since. */
    public record Update(Instant at, String russian, String english) {

        /** What was said, in the reader's language. */
        public String text(Locale language) {
            return in(language, russian, english);
        }
    }
}
