package com.leecyber.support.availability;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A month of the plot that sets what months used against their budgets. All places are percent of its width.
 *
 * @param excluded how much of the bar is excluded; it follows what counted
 * @param budget where the budget ends
 * @param broken whether the month used more than there is room for
 */
record MonthBar(Period month, Figure figure, String counted, String excluded, String budget, boolean broken) {

    /** Beyond so many budgets a bar is broken: one bad month must not make all others invisible. */
    private static final long ROOM = 4;

    /** The bars of some months, drawn to one scale. */
    static List<MonthBar> of(Map<Period, Figure> months) {
        long budget = greatest(months.values().stream().map(Figure::budget));
        long down = greatest(months.values().stream().map(Figure::downInAll));
        long room = Math.max(1, Math.min(ROOM * budget, Math.max(budget * 5 / 4, down)));
        return months.entrySet().stream()
                .map(month -> bar(month.getKey(), month.getValue(), room))
                .toList();
    }

    private static MonthBar bar(Period month, Figure figure, long room) {
        long counted = Math.min(room, figure.down().toMillis());
        long all = Math.min(room, figure.downInAll().toMillis());
        return new MonthBar(
                month,
                figure,
                Strip.percent(counted, room),
                Strip.percent(all - counted, room),
                Strip.percent(figure.budget().toMillis(), room),
                figure.downInAll().toMillis() > room);
    }

    private static long greatest(Stream<Duration> spans) {
        return spans.mapToLong(Duration::toMillis).max().orElse(0);
    }
}
