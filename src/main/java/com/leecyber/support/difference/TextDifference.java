package com.leecyber.support.difference;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts, line by line.
 *
 * @param tooLarge whether the files differ but are too large to be compared; then there are no lines
 * @param lines all lines of both sides
 */
public record TextDifference(String name, boolean isNew, boolean isRemoved, boolean tooLarge, List<Line> lines)
        implements FileDifference {

    private static final int CONTEXT = 3;

    public TextDifference {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param kind {@link ChangeKind#SAME}, {@link ChangeKind#ADDED} or {@link ChangeKind#REMOVED}
     * @param numberBefore its number in the file in force, counted from 1, or null
     * @param numberAfter its number in the proposed file, counted from 1, or null
     */
    public record Line(ChangeKind kind, Integer numberBefore, Integer numberAfter, String text) {}

    /** Consecutive lines; a folded passage is far from every change. */
    public record Passage(boolean folded, List<Line> lines) {}

    /** Line ends do not count, nor does whether the last line has one. */
    @Override
    public boolean isEmpty() {
        return !tooLarge && lines.stream().allMatch(line -> line.kind() == ChangeKind.SAME);
    }

    /** The lines as they are shown: three around each change, the rest folded. */
    public List<Passage> passages() {
        boolean[] near = nearChanges();
        List<Passage> passages = new ArrayList<>();
        for (int start = 0, end; start < near.length; start = end) {
            end = start + 1;
            while (end < near.length && near[end] == near[start]) {
                end++;
            }
            // To fold a single line would save nothing.
            boolean folded = !near[start] && end - start > 1;
            passages.add(new Passage(folded, lines.subList(start, end)));
        }
        return passages;
    }

    private boolean[] nearChanges() {
        boolean[] near = new boolean[lines.size()];
        int last = -CONTEXT - 1;
        for (int index = 0; index < near.length; index++) {
            last = lines.get(index).kind() == ChangeKind.SAME ? last : index;
            near[index] = index - last <= CONTEXT;
        }
        int next = near.length + CONTEXT;
        for (int index = near.length - 1; index >= 0; index--) {
            next = lines.get(index).kind() == ChangeKind.SAME ? next : index;
            near[index] |= next - index <= CONTEXT;
        }
        return near;
    }
}
