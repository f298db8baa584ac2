package com.leecyber.support.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123Z");
    private static final JournalEntry ENTRY = entry("LC-1", 2, AT, "anna", "NOTE_ADDED", "R5.2", "{}", "0");

    @Test
    void dependsOnEveryField() {
        Stream<JournalEntry> altered = Stream.of(
                ENTRY,
                entry("LC-2", 2, AT, "anna", "NOTE_ADDED", "R5.2", "{}", "0"),
                entry("LC-1", 3, AT, "anna", "NOTE_ADDED", "R5.2", "{}", "0"),
                entry("LC-1", 2, AT.plusNanos(1_000), "anna", "NOTE_ADDED", "R5.2", "{}", "0"),
                entry("LC-1", 2, AT, "boris", "NOTE_ADDED", "R5.2", "{}", "0"),
                entry("LC-1", 2, AT, "anna", "TICKET_CLOSED", "R5.2", "{}", "0"),
                entry("LC-1", 2, AT, "anna", "NOTE_ADDED", "R5.3", "{}", "0"),
                entry("LC-1", 2, AT, "anna", "NOTE_ADDED", "R5.2", "{ }", "0"),
                entry("LC-1", 2, AT, "anna", "NOTE_ADDED", "R5.2", "{}", "1"));

        assertThat(altered.map(Seal::of)).doesNotHaveDuplicates();
    }

    @Test
    void tellsApartWhatWouldReadAlikeWhenJoined() {
        Stream<JournalEntry> alike = Stream.of(
                entry("LC-1", 2, AT, "annaNOTE", "_ADDED", null, "{}", "0"),
                entry("LC-1", 2, AT, "anna", "NOTE_ADDED", null, "{}", "0"),
                entry("LC-1", 2, AT, "anna", "NOTE_ADDED", "", "{}", "0"),
                entry("LC-1", 2, AT, "anna", "NOTE_ADDED", "-,", "{}", "0"));

        assertThat(alike.map(Seal::of)).doesNotHaveDuplicates();
    }

    @Test
    void ignoresTheStoredHash() {
        assertThat(ENTRY.sealed().sealed()).isEqualTo(ENTRY.sealed());
    }

    private static JournalEntry entry(
            String ticket,
            int sequence,
            Instant recordedAt,
            String actor,
            String kind,
            String clause,
            String details,
            String previousHash) {
        return new JournalEntry(ticket, sequence, recordedAt, actor, kind, clause, details, previousHash, null);
    }
}
