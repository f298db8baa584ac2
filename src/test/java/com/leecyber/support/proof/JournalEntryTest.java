package com.leecyber.support.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What shows an alteration by somebody who can compute hashes as well. */
class JournalEntryTest {

    private final JournalEntry first = sealed(1, Seal.NOTHING_BEFORE, "anna");
    private final JournalEntry second = sealed(2, first.hash(), "boris");

    @Test
    void followsTheOneBefore() {
        assertThat(first.follows(null)).isTrue();
        assertThat(second.follows(first)).isTrue();
    }

    @Test
    void betraysThatTheOneBeforeWasSealedAnew() {
        JournalEntry forged = sealed(1, Seal.NOTHING_BEFORE, "nobody");

        assertThat(forged.isIntact()).isTrue();
        assertThat(second.follows(forged)).isFalse();
    }

    @Test
    void betraysAGapThatWasChainedOver() {
        assertThat(sealed(3, first.hash(), "boris").follows(first)).isFalse();
    }

    @Test
    void betraysThatTheFirstOnesAreMissing() {
        assertThat(second.follows(null)).isFalse();
        assertThat(sealed(2, Seal.NOTHING_BEFORE, "boris").follows(null)).isFalse();
        assertThat(sealed(1, second.hash(), "anna").follows(null)).isFalse();
    }

    private static JournalEntry sealed(int sequence, String previousHash, String actor) {
        return new JournalEntry(
                        "LC-1",
                        sequence,
                        Instant.parse("2026-03-02T09:00:00.123Z"),
                        actor,
                        "NOTE_ADDED",
                        null,
                        "{}",
                        previousHash,
                        null)
                .sealed();
    }
}
