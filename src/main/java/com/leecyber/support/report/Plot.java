package com.leecyber.support.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plot of columns: places across are in percent of its width, heights in pixels.
 *
 * @param label what it says to whoever does not see it
 * @param legend the styles of its parts with their names, the lowest part first
 */
record Plot(String label, List<Name> legend, List<Mark> marks, List<Column> columns) {

    static final int HEIGHT = 160;
    /** Room above the highest mark, for its label. */
    static final int TOP = 14;

    private static final int MOST_LABELS = 9;
    private static final double GAP = 0.2;

    record Name(String kind, String text) {}

    /** A line across, and what it stands for. */
    record Mark(double y, String text) {}

    /**
     * A column.
     *
     * @param at its middle
     * @param text what stands below it; null where there is no room
     * @param spare whether a narrow screen has no room for that
     * @param title what it is and has, in words
     */
    record Column(String from, String width, String at, String text, boolean spare, String title, List<Piece> pieces) {}

    /** A part of a column. */
    record Piece(String kind, double y, double height) {}

    /** What a column shows. */
    record Data(String text, String title, long... parts) {

        long sum() {
            long sum = 0;
            for (long part : parts) {
                sum += part;
            }
            return sum;
        }
    }

    static Plot of(String label, List<Name> legend, List<Data> data, Words words) {
        long most = data.stream().mapToLong(Data::sum).max().orElse(0);
        long top = niceAbove(most);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(y(0, top), words.count(0)));
        if (top > 1 && top % 2 == 0) {
            marks.add(new Mark(y(top / 2, top), words.count(top / 2)));
        }
        marks.add(new Mark(y(top, top), words.count(top)));
        int each = (data.size() + MOST_LABELS - 1) / MOST_LABELS;
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < data.size(); index++) {
            columns.add(column(data.get(index), index, data.size(), each, legend, top));
        }
        return new Plot(label, legend, marks, columns);
    }

    private static Column column(Data data, int index, int count, int each, List<Name> legend, long top) {
        boolean named = index % Math.max(1, each) == 0;
        double room = 100.0 / count;
        // One lonely column would be a wall.
        double width = Math.min(room * (1 - GAP), 8);
        double middle = room * (index + 0.5);
        List<Piece> pieces = new ArrayList<>();
        long below = 0;
        for (int part = 0; part < data.parts().length; part++) {
            long value = data.parts()[part];
            if (value > 0) {
                pieces.add(new Piece(
                        legend.get(part).kind(), y(below + value, top), y(below, top) - y(below + value, top)));
            }
            below += value;
        }
        return new Column(
                percent(middle - width / 2),
                percent(width),
                percent(middle),
                named ? data.text() : null,
                named && index / Math.max(1, each) % 2 == 1,
                data.title(),
                pieces);
    }

    /** 1, 2, 4, 5, 6, 8 or 10 times a power of ten, so that its half is a round number too. */
    static long niceAbove(long most) {
        for (long power = 1; power <= Long.MAX_VALUE / 100; power *= 10) {
            for (long digit : new long[] {1, 2, 4, 6, 8, 10}) {
                if (digit * power >= most) {
                    return digit * power;
                }
            }
        }
        return most;
    }

    private static double y(long value, long top) {
        return TOP + Math.round((HEIGHT - HEIGHT * (double) value / top) * 100) / 100.0;
    }

    private static String percent(double place) {
        return String.format(Locale.ROOT, "%.3f%%", place);
    }
}
