package com.leecyber.support.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that many customers are told by e-mail, whatever else they prefer: R6.1 names that way.
 *
 * <p>The desk itself fills in {@code number}, {@code customer}, {@code panel} and {@code clause}; what else the texts of the
 * kind need stands in {@code moments} or {@code texts}. Kinds with a calendar file take it from {@code from}, {@code to},
 * {@code services} and {@code text}.
 *
 * @param about the number of the works or the incident
 * @param kind what it says; the texts are those of the notification of that name
 * @param sequence tells it from others of its kind about the same; the same thing always has the same
 * @param audience the name of the {@link CircularAudience}
 * @param moments such as {@code from}; each reader sees them in the desk's zone and the reader's language
 * @param texts such as {@code services}, by name, in Russian and in English
 */
public record Circular(
        String about,
        CircularKind kind,
        int sequence,
        String audience,
        Map<String, Instant> moments,
        Map<Locale, Map<String, String>> texts) {

    /** Its business key: whoever starts it again tells nothing new. */
    String key() {
        return key(about, kind, sequence);
    }

    static String key(String about, CircularKind kind, int sequence) {
        return about + ":" + kind.id() + ":" + sequence;
    }
}
