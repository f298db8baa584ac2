package com.leecyber.support.inspection;

import com.leecyber.support.inspection.Reconciled.Record;
import com.leecyber.support.inspection.Reconciled.Verdict;
import com.leecyber.support.proof.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Holds one record against the journal, line by line.
 *
 * <p>First each thing finds the entry that could be its own and lies within five seconds of it; then what is left over on both
 * sides is paired in order, and differs in its moment. What still has no partner stands alone. So whatever was changed, added or
 * removed on one side only shows, and nothing is matched twice.
 *
 * @param <T> a thing of the record
 */
final class Reconciliation<T> {

    private final Record record;
    private final BiPredicate<T, JournalEntry> couldBe;
    private final BiFunction<T, JournalEntry, String> difference;
    private final Function<T, Thing> naming;

    /** What a thing is called, who is behind it (or null) and when it was. */
    record Thing(String what, String who, Instant at) {}

    /**
     * A way to compare.
     *
     * @param couldBe whether an entry could tell of a thing, whatever their moments
     * @param difference what differs between the two, or null
     */
    Reconciliation(
            Record record,
            Function<T, Thing> naming,
            BiPredicate<T, JournalEntry> couldBe,
            BiFunction<T, JournalEntry, String> difference) {
        this.record = record;
        this.naming = naming;
        this.couldBe = couldBe;
        this.difference = difference;
    }

    /**
     * Compares.
     *
     * @param expected which entries must have a partner
     */
    List<Reconciled> of(List<T> things, List<JournalEntry> journal, Predicate<JournalEntry> expected) {
        Set<JournalEntry> free = new LinkedHashSet<>(journal);
        // Two things that read alike are two all the same.
        Map<T, JournalEntry> partners = new IdentityHashMap<>();
        pair(things, free, partners, true);
        pair(things, free, partners, false);
        List<Reconciled> lines = new ArrayList<>();
        things.forEach(thing -> lines.add(line(thing, partners.get(thing))));
        free.stream().filter(expected).forEach(entry -> lines.add(alone(entry)));
        return lines;
    }

    private void pair(List<T> things, Set<JournalEntry> free, Map<T, JournalEntry> partners, boolean inTime) {
        for (T thing : things) {
            if (!partners.containsKey(thing)) {
                free.stream()
                        .filter(entry -> couldBe.test(thing, entry) && (!inTime || isInTime(thing, entry)))
                        .findFirst()
                        .ifPresent(entry -> {
                            partners.put(thing, entry);
                            free.remove(entry);
                        });
            }
        }
    }

    private boolean isInTime(T thing, JournalEntry entry) {
        Instant at = naming.apply(thing).at();
        return StepEntries.within(entry.recordedAt(), at, at);
    }

    private Reconciled line(T thing, JournalEntry entry) {
        Thing named = naming.apply(thing);
        if (entry == null) {
            return new Reconciled(record, named.what(), named.who(), named.at(), null, Verdict.NOT_IN_JOURNAL, null);
        }
        String differs = isInTime(thing, entry) ? difference.apply(thing, entry) : apart(named.at(), entry);
        Verdict verdict = differs == null ? Verdict.AGREES : Verdict.DIFFERS;
        return new Reconciled(record, named.what(), named.who(), named.at(), entry, verdict, differs);
    }

    private Reconciled alone(JournalEntry entry) {
        return new Reconciled(record, entry.kind(), null, null, entry, Verdict.ONLY_IN_JOURNAL, null);
    }

    private static String apart(Instant at, JournalEntry entry) {
        return at + " ≠ " + entry.recordedAt() + " (" + Duration.between(entry.recordedAt(), at) + ")";
    }
}
