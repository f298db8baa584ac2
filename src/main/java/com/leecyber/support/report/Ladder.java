package com.leecyber.support.report;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Durations in steps that grow with them: the marks that a plot has, and between two of them eight steps each.
 *
 * <p>Steps are stored with each closed ticket, so that many are counted at once, and a percentile is looked for on one step
 * alone. Whoever changes the ladder raises {@link ClosedFacts#VERSION}.
 */
final class Ladder {

    /** The marks in seconds: a minute, …, four weeks. */
    static final long[] MARKS = {
        60, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400, 172_800, 345_600, 604_800, 1_209_600, 2_419_200
    };

    private static final int STEPS = 8;
    private static final long[] EDGES = IntStream.range(0, (MARKS.length - 1) * STEPS + 1)
            .mapToLong(Ladder::edge)
            .toArray();

    private Ladder() {}

    /** The step that a duration stands on; 0 below the first mark. */
    static int step(long seconds) {
        int found = Arrays.binarySearch(EDGES, seconds);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** How many of {@link #MARKS} the durations on a step have reached. */
    static int marksBelow(int step) {
        return step == 0 ? 0 : (step - 1) / STEPS + 1;
    }

    private static long edge(int index) {
        int mark = index / STEPS;
        if (index % STEPS == 0) {
            return MARKS[mark];
        }
        double ratio = (double) MARKS[mark + 1] / MARKS[mark];
        return Math.round(MARKS[mark] * Math.pow(ratio, (double) (index % STEPS) / STEPS));
    }
}
