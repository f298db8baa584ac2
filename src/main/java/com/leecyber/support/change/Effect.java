package com.leecyber.support.change;

import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.Verdict;
import com.leecyber.support.triage.PriorityProposal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a change would have meant for the tickets that were closed lately.
 *
 * @param compares whether the change touches a table whose answers can be compared at all
 * @param tickets how many tickets were compared
 * @param dates every promise that would have had another date
 * @param priorities every ticket for which another priority would have been proposed
 */
record Effect(int days, boolean compares, int tickets, List<DateChange> dates, List<PriorityChange> priorities) {

    /** One promise by the tables in force, and as it would have been. */
    record DateChange(String ticket, Promise before, Promise after) {

        boolean differs() {
            return !before.dueAt().equals(after.dueAt()) || isVerdictChanged();
        }

        public boolean isVerdictChanged() {
            return before.verdict() != after.verdict();
        }
    }

    /** One ticket's proposed priority. */
    record PriorityChange(String ticket, PriorityProposal before, PriorityProposal after) {}

    /** How many verdicts would have become which others. */
    public Map<VerdictChange, Long> verdicts() {
        return dates.stream()
                .filter(DateChange::isVerdictChanged)
                .collect(Collectors.groupingBy(
                        change -> new VerdictChange(
                                change.before().verdict(), change.after().verdict()),
                        TreeMap::new,
                        Collectors.counting()));
    }

    /** From one verdict to another. */
    record VerdictChange(Verdict before, Verdict after) implements Comparable<VerdictChange> {

        @Override
        public int compareTo(VerdictChange other) {
            return toString().compareTo(other.toString());
        }
    }

    public long changedVerdicts() {
        return dates.stream().filter(DateChange::isVerdictChanged).count();
    }
}
