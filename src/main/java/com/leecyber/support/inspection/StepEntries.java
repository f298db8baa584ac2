package com.leecyber.support.inspection;

import com.leecyber.support.inspection.EngineHistory.Left;
import com.leecyber.support.inspection.EngineHistory.Run;
import com.leecyber.support.inspection.EngineHistory.Step;
import com.leecyber.support.proof.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of the journal belong to which passages of the engine's history.
 *
 * <p>A completed task of a person belongs to the decision that the same person made within five seconds of its end. Any other
 * step belongs to what was recorded at its element, or in its name, while it lasted, again within five seconds. No entry belongs to
 * two passages.
 */
final class StepEntries {

    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final String USER_TASK = "userTask";
    private static final String DECIDED = "_DECIDED";
    private static final String SYSTEM = "system:";

    private final Map<String, JournalEntry> byStep = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();

    private StepEntries() {}

    static StepEntries of(List<Run> runs, List<JournalEntry> journal) {
        StepEntries entries = new StepEntries();
        for (Run run : runs) {
            run.steps().stream()
                    .filter(step -> step.left() == Left.COMPLETED)
                    .forEach(step -> journal.stream()
                            .filter(entry -> !entries.used.contains(entry.sequence()))
                            .filter(entry -> isDecision(step) ? decides(step, entry) : acts(step, entry))
                            .forEach(entry -> entries.take(step, entry)));
        }
        return entries;
    }

    static boolean isDecision(Step step) {
        return step.type().equals(USER_TASK);
    }

    static boolean isDecision(JournalEntry entry) {
        return entry.kind().endsWith(DECIDED);
    }

    /** The first entry that belongs to a passage. */
    Optional<JournalEntry> of(Step step) {
        return Optional.ofNullable(byStep.get(step.id()));
    }

    boolean isUsed(JournalEntry entry) {
        return used.contains(entry.sequence());
    }

    private void take(Step step, JournalEntry entry) {
        boolean first = byStep.putIfAbsent(step.id(), entry) == null;
        if (first || !isDecision(step)) {
            used.add(entry.sequence());
        }
    }

    private static boolean decides(Step step, JournalEntry entry) {
        return isDecision(entry)
                && entry.actor().equals(step.person())
                && EntryDetails.of(entry).place().stream()
                        .allMatch(place -> place.element().equals(step.element()))
                && within(entry.recordedAt(), step.ended(), step.ended());
    }

    private static boolean acts(Step step, JournalEntry entry) {
        boolean there = entry.actor().equals(SYSTEM + step.element())
                || EntryDetails.of(entry).place().stream()
                        .anyMatch(place -> place.element().equals(step.element()));
        return there && within(entry.recordedAt(), step.began(), step.ended());
    }

    static boolean within(Instant moment, Instant from, Instant to) {
        return !moment.isBefore(from.minus(TOLERANCE)) && !moment.isAfter(to.plus(TOLERANCE));
    }
}
