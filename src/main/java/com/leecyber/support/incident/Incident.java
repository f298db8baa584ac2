package com.leecyber.support.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One cause of many tickets. Its titles and updates are written for everybody to read.
 *
 * @param number such as {@code MI-2026-000001}
 * @param services the codes of the services concerned; none means the whole platform
 * @param downSince since when nothing could be reached (R7.1); null when services were merely disturbed
 * @param downUntil null while that lasts
 * @param resolutionRu what every customer is told in the end; null while it is open
 * @param finishedAt when the last of its tickets was answered, or null
 */
public record Incident(
        String number,
        String titleRu,
        String titleEn,
        List<String> services,
        Instant detectedAt,
        Instant downSince,
        Instant downUntil,
        String declaredBy,
        Instant declaredAt,
        String resolutionRu,
        String resolutionEn,
        String resolvedBy,
        Instant resolvedAt,
        Instant finishedAt) {

    /** When it was first felt: before its detection, if something could not be reached already. */
    Instant beganAt() {
        return downSince != null && downSince.isBefore(detectedAt) ? downSince : detectedAt;
    }

    /** Whether it goes on. */
    public boolean isOpen() {
        return resolvedAt == null;
    }

    /** What it is, in the reader's language. */
    public String title(Locale language) {
        return isEnglish(language) ? titleEn : titleRu;
    }

    /** What every customer is told in the end; null while it is open. */
    public String resolution(Locale language) {
        return isEnglish(language) ? resolutionEn : resolutionRu;
    }

    static boolean isEnglish(Locale language) {
        return "en".equals(language.getLanguage());
    }

    /** Something that was told of it, to everybody at once. */
    public record Update(String russian, String english, String by, Instant at) {

        /** What was told, in the reader's language. */
        public String text(Locale language) {
            return isEnglish(language) ? english : russian;
        }
    }
}
