package com.leecyber.support.notification;

import java.util.Locale;
import java.util.Map;

/**
 * One thing that many customers are told by e-mail, whatever else they prefer: R6.1 names that way.
 *
 * @param about the number of the works or the incident
 * @param kind what it says; the texts are those of the notification of that name
 * @param sequence tells it from others of its kind about the same; the same thing always has the same
 * @param audience the name of the {@link CircularAudience}
 * @param values what the texts need besides {@code customer}, for both languages
 * @param calendar an iCalendar file that goes with it, or null
 */
public record Circular(
        String about,
        CircularKind kind,
        int sequence,
        String audience,
        Map<Locale, Map<String, String>> values,
        String calendar) {

    /** Its business key: whoever starts it again tells nothing new. */
    String key() {
        return about + ":" + kind.id() + ":" + sequence;
    }
}
