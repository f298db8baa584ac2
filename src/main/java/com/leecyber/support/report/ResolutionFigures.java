package com.leecyber.support.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long it took from registration to closure (R5.4a promises nothing of it); tickets without a licence are left out. */
@Component
@Transactional(readOnly = true)
class ResolutionFigures {

    private static final int[] PERCENTS = {50, 90, 95};

    private final JdbcClient database;

    ResolutionFigures(JdbcClient database) {
        this.database = database;
    }

    /** What is measured. */
    enum Measure {
        /** All of the time. */
        ALL("resolution_step", "resolution_seconds"),
        /** All but what the customer had the word (R5.2). */
        DESK("worked_step", "resolution_seconds - waited_seconds");

        private final String step;
        private final String seconds;

        Measure(String step, String seconds) {
            this.step = step;
            this.seconds = seconds;
        }
    }

    /**
     * How durations are spread.
     *
     * @param buckets how many tickets took less than a minute, then how many between one of {@link Ladder#MARKS} and the next,
     *     and in the end how many took longer than the last
     * @param percentiles the median, 90 % and 95 % by nearest rank, in seconds; empty without tickets
     */
    record Spread(long tickets, List<Long> buckets, List<Long> percentiles) {}

    Spread of(Selection selection, Measure measure) {
        String where = selection.where("closed_day") + " and closing_reason <> 'NO_LICENCE'";
        TreeMap<Integer, Long> steps = new TreeMap<>();
        database.sql("select %s as step, count(*) as tickets from closed_ticket where %s group by 1"
                        .formatted(measure.step, where))
                .params(selection.parameters())
                .query(row -> {
                    steps.put(row.getInt("step"), row.getLong("tickets"));
                });
        Long[] buckets = new Long[Ladder.MARKS.length + 1];
        java.util.Arrays.fill(buckets, 0L);
        steps.forEach((step, tickets) -> buckets[Ladder.marksBelow(step)] += tickets);
        long all = steps.values().stream().mapToLong(Long::longValue).sum();
        return new Spread(all, List.of(buckets), all == 0 ? List.of() : percentiles(selection, measure, where, steps, all));
    }

    /** Steps are counted first; only those on which a percentile lies are sorted. */
    private List<Long> percentiles(
            Selection selection, Measure measure, String where, TreeMap<Integer, Long> steps, long all) {
        List<Place> places = new ArrayList<>();
        for (int percent : PERCENTS) {
            places.add(place(steps, (all * percent + 99) / 100));
        }
        List<Long> found = new ArrayList<>(List.of(0L, 0L, 0L));
        database.sql("select step, seconds, number from (select %s as step, %s as seconds, row_number() over (partition by %s order by %s) as number from closed_ticket where %s and %s = any(:steps)) ranked where number = any(:numbers)"
                        .formatted(measure.step, measure.seconds, measure.step, measure.seconds, where, measure.step))
                .params(selection.parameters())
                .param("steps", places.stream().map(Place::step).toArray(Integer[]::new))
                .param("numbers", places.stream().map(Place::number).toArray(Long[]::new))
                .query(row -> {
                    Place place = new Place(row.getInt("step"), row.getLong("number"));
                    for (int index = 0; index < places.size(); index++) {
                        if (places.get(index).equals(place)) {
                            found.set(index, row.getLong("seconds"));
                        }
                    }
                });
        return found;
    }

    /** Where in the order of all durations one stands: on which step, and as which of those. */
    private record Place(int step, long number) {}

    private static Place place(TreeMap<Integer, Long> steps, long rank) {
        long before = 0;
        for (var step : steps.entrySet()) {
            if (before + step.getValue() >= rank) {
                return new Place(step.getKey(), rank - before);
            }
            before += step.getValue();
        }
        throw new IllegalStateException("No ticket has the rank " + rank);
    }
}
