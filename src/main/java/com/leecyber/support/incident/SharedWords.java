package com.leecyber.support.incident;

/**
 * Compares words the way PostgreSQL's full-text search does: by their stems, in Russian and English, without words that say
 * nothing.
 */
final class SharedWords {

    /** How many words a row of {@code ticket} shares with {@code :words}. */
    static final String COUNT = "cardinality(array(select unnest(tsvector_to_array(to_tsvector('russian', subject || ' ' ||"
            + " left(description, 400)))) intersect select unnest(tsvector_to_array(to_tsvector('russian', :words)))))";

    private SharedWords() {}

    static String of(Incident incident) {
        return incident.titleRu() + " " + incident.titleEn();
    }
}
