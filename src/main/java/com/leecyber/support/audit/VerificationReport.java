package com.leecyber.support.audit;

import com.leecyber.support.proof.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a verification of the journal found.
 *
 * @param entries how many entries there are
 * @param chains how many chains they make
 * @param checkpoints how many checkpoint files were read
 * @param uncovered how many entries no checkpoint covers yet
 * @param oldestUncovered when the oldest of them was made; null for none
 * @param found how many findings there are
 * @param listed the first hundred of them, broken entries first, in the order of their chains
 */
public record VerificationReport(
        Instant startedAt,
        Instant endedAt,
        long entries,
        long chains,
        int checkpoints,
        long uncovered,
        Instant oldestUncovered,
        int found,
        List<Finding> listed) {

    /** Without its moments or its list it is none, such as one that was read from an altered entry. */
    public VerificationReport {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(endedAt, "endedAt");
        listed = List.copyOf(listed);
    }

    /** Whether everything is as it was left. */
    public boolean isWhole() {
        return found == 0;
    }

    /** How long it took. */
    public Duration duration() {
        return Duration.between(startedAt, endedAt);
    }

    /** How many findings are not listed. */
    public int unlisted() {
        return found - listed.size();
    }
}
