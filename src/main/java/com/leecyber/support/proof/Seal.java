package com.leecyber.support.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hash that chains an entry of the journal to the one before: SHA-256, in lower-case hexadecimal.
 *
 * <p>It is computed over these fields in this order: previous hash, ticket, sequence, time, actor, kind, clause, details.
 * Each field is written as the length of its UTF-8 form in bytes, a colon, that form, and a comma; a missing clause as
 * {@code -,}. So no two entries are written alike. The time is UTC in whole microseconds (the database's precision; the
 * desk itself writes milliseconds), such as {@code 2026-03-02T09:00:00.123000Z}; the details are the stored text.
 * Anyone can compute it again without this program: a test does so in SQL.
 */
final class Seal {

    static final String NOTHING_BEFORE = "0000000000000000000000000000000000000000000000000000000000000000";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Seal() {}

    static String of(JournalEntry entry) {
        String text = Stream.of(
                        entry.previousHash(),
                        entry.ticket(),
                        Integer.toString(entry.sequence()),
                        time(entry.recordedAt()),
                        entry.actor(),
                        entry.kind(),
                        entry.clause(),
                        entry.details())
                .map(Seal::field)
                .collect(Collectors.joining());
        return Sha256.hex(text);
    }

    /** A moment as it is sealed: UTC, in microseconds. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }

    private static String field(String value) {
        return value == null ? "-," : value.getBytes(StandardCharsets.UTF_8).length + ":" + value + ",";
    }
}
