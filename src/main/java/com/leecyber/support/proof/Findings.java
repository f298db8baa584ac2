package com.leecyber.support.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What was found: the first hundred in their order, the rest as a number. Of each kind a chain has one finding, its first;
 * what follows from that is not worth a line.
 */
public final class Findings {

    private static final int LISTED = 100;

    private final TreeSet<Finding> first = new TreeSet<>();
    private final Map<String, Finding> byPlace = new HashMap<>();
    private int count;

    /** Adds one, unless the same chain has an earlier one of its kind. */
    public void add(Finding finding) {
        Finding known = byPlace.get(place(finding));
        if (known == null) {
            count++;
            keep(finding);
        } else if (finding.compareTo(known) < 0) {
            first.remove(known);
            keep(finding);
        }
    }

    /** The first hundred: entries by chain, then checkpoints, then files. */
    public List<Finding> listed() {
        return List.copyOf(first);
    }

    /** How many there are, listed or not. */
    public int count() {
        return count;
    }

    private void keep(Finding finding) {
        first.add(finding);
        byPlace.put(place(finding), finding);
        if (first.size() > LISTED) {
            byPlace.remove(place(first.pollLast()));
        }
    }

    private static String place(Finding finding) {
        return finding.kind() + " "
                + (finding.chain() == null ? finding.checkpoint() + finding.detail() : finding.chain());
    }
}
