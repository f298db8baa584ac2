package com.leecyber.support.report;

import com.leecyber.support.report.Table.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws the parts of a bar. */
final class Bar {

    private Bar() {}

    /**
     * Parts side by side.
     *
     * @param whole what fills all of the room; nothing is drawn when it is 0
     */
    static List<Part> of(long whole, List<String> kinds, long... parts) {
        List<Part> bar = new ArrayList<>();
        long from = 0;
        for (int index = 0; index < parts.length; index++) {
            if (parts[index] > 0 && whole > 0) {
                bar.add(new Part(kinds.get(index), percent(from, whole), percent(parts[index], whole)));
            }
            from += parts[index];
        }
        return bar;
    }

    static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * part / whole);
    }
}
