package com.leecyber.support.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.leecyber.support.difference.TextDifference.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Line by line: what is no diagram and no table, or cannot be read as one. */
final class TextComparison {

    /** The search takes time with the square of this; beyond it everything between first and last change differs. */
    private static final int MOST_LINES_SEARCHED = 6_000;

    private final List<Line> lines = new ArrayList<>();
    private int before;
    private int after;

    private TextComparison() {}

    static TextDifference between(String name, byte[] before, byte[] after) {
        TextComparison comparison = new TextComparison();
        comparison.compare(linesOf(before), linesOf(after));
        return new TextDifference(name, before == null, after == null, false, comparison.lines);
    }

    static TextDifference ofTooLarge(String name, byte[] before, byte[] after) {
        return new TextDifference(name, before == null, after == null, !Arrays.equals(before, after), List.of());
    }

    private void compare(List<String> old, List<String> proposed) {
        int shorter = Math.min(old.size(), proposed.size());
        int start = 0;
        while (start < shorter && old.get(start).equals(proposed.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && fromEnd(old, end).equals(fromEnd(proposed, end))) {
            end++;
        }
        same(old.subList(0, start));
        compareMiddle(old.subList(start, old.size() - end), proposed.subList(start, proposed.size() - end));
        same(old.subList(old.size() - end, old.size()));
    }

    private void compareMiddle(List<String> old, List<String> proposed) {
        if (old.size() + proposed.size() > MOST_LINES_SEARCHED) {
            removed(old);
            added(proposed);
            return;
        }
        int done = 0;
        // Deltas may touch; then a reader wants what was there first and what comes instead behind it.
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, proposed, new MyersDiffWithLinearSpace<>(), null)
                .getDeltas()) {
            int position = delta.getSource().getPosition();
            if (position > done) {
                replaced(gone, come);
                same(old.subList(done, position));
            }
            gone.addAll(delta.getSource().getLines());
            come.addAll(delta.getTarget().getLines());
            done = position + delta.getSource().size();
        }
        replaced(gone, come);
        same(old.subList(done, old.size()));
    }

    private void replaced(List<String> gone, List<String> come) {
        removed(gone);
        added(come);
        gone.clear();
        come.clear();
    }

    private void same(List<String> texts) {
        texts.forEach(text -> lines.add(new Line(ChangeKind.SAME, ++before, ++after, VisibleText.of(text))));
    }

    private void removed(List<String> texts) {
        texts.forEach(text -> lines.add(new Line(ChangeKind.REMOVED, ++before, null, VisibleText.of(text))));
    }

    private void added(List<String> texts) {
        texts.forEach(text -> lines.add(new Line(ChangeKind.ADDED, null, ++after, VisibleText.of(text))));
    }

    private static String fromEnd(List<String> texts, int index) {
        return texts.get(texts.size() - 1 - index);
    }

    private static List<String> linesOf(byte[] content) {
        return content == null
                ? List.of()
                : new String(content, StandardCharsets.UTF_8).lines().toList();
    }
}
