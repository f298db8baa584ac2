package com.leecyber.support.incident;

/**
 * Compares words the way PostgreSQL's full-text search does: by their stems, in Russian and English, without words that say
 * nothing.
 */
final class SharedWords {

    /** Enough of a text to know what it is about. */
    private static final int BEGINNING = 400;

    private SharedWords() {}

    /** How many words two texts share; both are SQL. */
    static String count(String one, String other) {
        return "cardinality(array(select unnest(%s) intersect select unnest(%s)))".formatted(words(one), words(other));
    }

    /** What a row of {@code ticket} is about. */
    static String ofTicket() {
        return "ticket.subject || ' ' || left(ticket.description, " + BEGINNING + ")";
    }

    /** What a row of {@code incident} is about. */
    static String ofIncident() {
        return "incident.title_ru || ' ' || incident.title_en";
    }

    private static String words(String text) {
        return "tsvector_to_array(to_tsvector('russian', " + text + "))";
    }
}
