package com.leecyber.support.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long it took from registration to closure (R5.4a promises nothing of it); tickets without a licence are left out. */
@Component
@Transactional(readOnly = true)
class ResolutionFigures {

    private static final int[] PERCENTS = {50, 90, 95};

    private static final String COUNT = "select resolution_step, worked_step, count(*) as tickets from closed_ticket"
            + " where %s and closing_reason <> 'NO_LICENCE' group by 1, 2";

    // Only what stands on a step with a percentile is sorted.
    private static final String RANK =
            "with near as materialized (select resolution_step, worked_step, resolution_seconds,"
                    + " resolution_seconds - waited_seconds as worked_seconds from closed_ticket where %s and closing_reason <>"
                    + " 'NO_LICENCE' and (resolution_step = any(:allSteps) or worked_step = any(:deskSteps)))"
                    + " select * from (select 'ALL' as measure, resolution_step as step, resolution_seconds as seconds, row_number()"
                    + " over (partition by resolution_step order by resolution_seconds) as number from near) ranked"
                    + " where step = any(:allSteps) and number = any(:allNumbers) union all"
                    + " select * from (select 'DESK' as measure, worked_step as step, worked_seconds as seconds, row_number()"
                    + " over (partition by worked_step order by worked_seconds) as number from near) ranked"
                    + " where step = any(:deskSteps) and number = any(:deskNumbers)";

    private final JdbcClient database;

    ResolutionFigures(JdbcClient database) {
        this.database = database;
    }

    /** What is measured. */
    enum Measure {
        /** All of the time. */
        ALL,
        /** All but what the customer had the word (R5.2). */
        DESK
    }

    /**
     * How durations are spread.
     *
     * @param buckets how many tickets took less than a minute, then how many between one of {@link Ladder#MARKS} and the next,
     *     and in the end how many took longer than the last
     * @param percentiles the median, 90 % and 95 % by nearest rank, in seconds; empty without tickets
     */
    record Spread(long tickets, List<Long> buckets, List<Long> percentiles) {}

    /** Where in the order of all durations one stands: on which step, and as which of those. */
    private record Place(int step, long number) {}

    Map<Measure, Spread> of(Selection selection) {
        TreeMap<Integer, Long> all = new TreeMap<>();
        TreeMap<Integer, Long> desk = new TreeMap<>();
        database.sql(COUNT.formatted(selection.where("closed_day")))
                .params(selection.parameters())
                .query(row -> {
                    all.merge(row.getInt("resolution_step"), row.getLong("tickets"), Long::sum);
                    desk.merge(row.getInt("worked_step"), row.getLong("tickets"), Long::sum);
                });
        Map<Measure, List<Place>> places = Map.of(Measure.ALL, places(all), Measure.DESK, places(desk));
        Map<Measure, List<Long>> percentiles = all.isEmpty() ? Map.of() : percentiles(selection, places);
        Map<Measure, Spread> spreads = new EnumMap<>(Measure.class);
        spreads.put(Measure.ALL, spread(all, percentiles.getOrDefault(Measure.ALL, List.of())));
        spreads.put(Measure.DESK, spread(desk, percentiles.getOrDefault(Measure.DESK, List.of())));
        return spreads;
    }

    private Map<Measure, List<Long>> percentiles(Selection selection, Map<Measure, List<Place>> places) {
        Map<Measure, Map<Place, Long>> found = new EnumMap<>(Measure.class);
        places.keySet().forEach(measure -> found.put(measure, new HashMap<>()));
        database.sql(RANK.formatted(selection.where("closed_day")))
                .params(selection.parameters())
                .param("allSteps", steps(places.get(Measure.ALL)))
                .param("allNumbers", numbers(places.get(Measure.ALL)))
                .param("deskSteps", steps(places.get(Measure.DESK)))
                .param("deskNumbers", numbers(places.get(Measure.DESK)))
                .query(row -> {
                    found.get(Measure.valueOf(row.getString("measure")))
                            .put(new Place(row.getInt("step"), row.getLong("number")), row.getLong("seconds"));
                });
        Map<Measure, List<Long>> percentiles = new EnumMap<>(Measure.class);
        places.forEach((measure, known) -> percentiles.put(
                measure, known.stream().map(found.get(measure)::get).toList()));
        return percentiles;
    }

    private static Spread spread(TreeMap<Integer, Long> steps, List<Long> percentiles) {
        Long[] buckets = new Long[Ladder.MARKS.length + 1];
        Arrays.fill(buckets, 0L);
        steps.forEach((step, tickets) -> buckets[Ladder.marksBelow(step)] += tickets);
        return new Spread(count(steps), List.of(buckets), percentiles);
    }

    private static List<Place> places(TreeMap<Integer, Long> steps) {
        long all = count(steps);
        List<Place> places = new ArrayList<>();
        for (int percent : PERCENTS) {
            if (all > 0) {
                places.add(place(steps, (all * percent + 99) / 100));
            }
        }
        return places;
    }

    private static Place place(TreeMap<Integer, Long> steps, long rank) {
        long before = 0;
        for (Map.Entry<Integer, Long> step : steps.entrySet()) {
            if (before + step.getValue() >= rank) {
                return new Place(step.getKey(), rank - before);
            }
            before += step.getValue();
        }
        throw new IllegalStateException("No ticket has the rank " + rank);
    }

    private static long count(TreeMap<Integer, Long> steps) {
        return steps.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Integer[] steps(List<Place> places) {
        return places.stream().map(Place::step).toArray(Integer[]::new);
    }

    private static Long[] numbers(List<Place> places) {
        return places.stream().map(Place::number).toArray(Long[]::new);
    }
}
