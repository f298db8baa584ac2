package com.leecyber.support.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts closed tickets with their first responses and escalations, apart by everything that a page shows apart. */
@Component
@Transactional(readOnly = true)
class ResponseFigures {

    private static final List<By> ORDER = List.of(By.values());

    private static final String COUNT = "select grouping(window_clause, channel, type, priority, service,"
            + " week) as mask, case when grouping(window_clause) = 0 then window_clause || ':' ||"
            + " window_seconds end as time_window, channel, type, priority, service,"
            + " week, sum(tickets) as tickets, sum(no_licence) as no_licence,"
            + " sum(met) as met, sum(breached) as breached, sum(released) as released, sum(escalated) as escalated"
            + " from (select *, " + Selection.week("day")
            + " as week from response_day where %s) known group by grouping sets ((window_clause, window_seconds), (channel), (type),"
            + " (priority), (service), (week), ()) having sum(tickets) > 0"
            + " order by mask, week, window_clause, window_seconds, channel, type, priority, service";

    private final JdbcClient database;

    ResponseFigures(JdbcClient database) {
        this.database = database;
    }

    /** What tickets are counted apart by, in the order of the database's grouping, and in the end all of them. */
    enum By {
        WINDOW,
        CHANNEL,
        TYPE,
        PRIORITY,
        SERVICE,
        WEEK,
        ALL
    }

    /** By what, and by which code of it: a week is its Monday, a window its clause and seconds. */
    Map<By, Map<String, Tally>> of(Selection selection) {
        Map<By, Map<String, Tally>> figures = new LinkedHashMap<>();
        ORDER.forEach(by -> figures.put(by, new LinkedHashMap<>()));
        database.sql(COUNT.formatted(selection.where("day")))
                .params(selection.parameters())
                .query(row -> {
                    By by = by(row.getInt("mask"));
                    String code = switch (by) {
                        case WINDOW -> row.getString("time_window");
                        case CHANNEL -> row.getString("channel");
                        case TYPE -> row.getString("type");
                        case PRIORITY ->
                            row.getString("priority").isEmpty() ? Selection.WITHOUT : row.getString("priority");
                        case SERVICE -> row.getString("service");
                        case WEEK -> row.getString("week");
                        case ALL -> "all";
                    };
                    figures.get(by)
                            .put(
                                    code,
                                    new Tally(
                                            row.getLong("tickets"),
                                            row.getLong("no_licence"),
                                            row.getLong("met"),
                                            row.getLong("breached"),
                                            row.getLong("released"),
                                            row.getLong("escalated")));
                });
        figures.get(By.ALL).putIfAbsent("all", Tally.NOTHING);
        return figures;
    }

    /** A bit for each that is not told apart, the first the highest. */
    private static By by(int mask) {
        return ORDER.stream()
                .filter(by -> by != By.ALL && (mask >> (ORDER.size() - 2 - by.ordinal()) & 1) == 0)
                .min(Comparator.naturalOrder())
                .orElse(By.ALL);
    }
}
