package com.leecyber.support.inspection;

import com.leecyber.support.inspection.EngineHistory.Left;
import com.leecyber.support.inspection.EngineHistory.Run;
import com.leecyber.support.inspection.EngineHistory.Step;
import com.leecyber.support.inspection.Reconciled.Record;
import com.leecyber.support.inspection.Reconciled.Verdict;
import com.leecyber.support.proof.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the engine's history against the journal: each completed task of a person against the decision taken with it, each step of
 * the system against what was recorded in its name.
 */
final class EngineReconciliation {

    private static final Set<String> STEPS = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final String SYSTEM = "system:";

    private EngineReconciliation() {}

    static List<Reconciled> of(List<Run> runs, List<JournalEntry> journal) {
        StepEntries entries = StepEntries.of(runs, journal);
        List<Reconciled> lines = new ArrayList<>();
        runs.stream()
                .flatMap(run -> run.steps().stream())
                .filter(step -> step.left() == Left.COMPLETED)
                .filter(step -> StepEntries.isDecision(step) || STEPS.contains(step.type()))
                .forEach(step -> lines.add(line(step, entries.of(step))));
        if (!runs.isEmpty()) {
            journal.stream()
                    .filter(entry -> !entries.isUsed(entry))
                    .filter(entry -> StepEntries.isDecision(entry) || isOfAStep(entry))
                    .forEach(entry -> lines.add(alone(entry)));
        }
        return lines;
    }

    private static Reconciled line(Step step, Optional<JournalEntry> entry) {
        boolean decision = StepEntries.isDecision(step);
        Verdict unmatched = decision ? Verdict.NOT_IN_JOURNAL : Verdict.SILENT;
        return new Reconciled(
                decision ? Record.TASK : Record.STEP,
                step.element(),
                step.person(),
                step.ended(),
                entry.orElse(null),
                entry.isPresent() ? Verdict.AGREES : unmatched,
                null);
    }

    private static Reconciled alone(JournalEntry entry) {
        Record record = StepEntries.isDecision(entry) ? Record.TASK : Record.STEP;
        return new Reconciled(record, entry.kind(), null, null, entry, Verdict.ONLY_IN_JOURNAL, null);
    }

    /** Recorded in the name of an element, whose passage must then be known; other parts of the system have other names. */
    private static boolean isOfAStep(JournalEntry entry) {
        return EntryDetails.of(entry).place().stream()
                .anyMatch(place -> entry.actor().equals(SYSTEM + place.element())
                        && place.element().matches("(?:Service|Send|BusinessRule)Task_.*"));
    }
}
