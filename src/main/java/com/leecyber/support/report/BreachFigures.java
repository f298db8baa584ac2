package com.leecyber.support.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which promises were broken, who was to keep them, and what the time went into (R3.2, R5.4b). */
@Component
@Transactional(readOnly = true)
class BreachFigures {

    static final int LISTED = 50;

    private static final String CAUSE = "case when untouched_seconds >= worked_seconds and untouched_seconds >="
            + " waited_seconds then 'UNTOUCHED' when worked_seconds >= waited_seconds then 'WORKED' else 'WAITED' end";

    private static final String COUNT = "select case when grouping(cause) = 0 then 'CAUSE' when grouping(kind) = 0 then"
            + " 'KIND' when grouping(line) = 0 then 'LINE' when grouping(type) = 0 then 'TYPE' when grouping(service) = 0"
            + " then 'SERVICE' when grouping(week) = 0 then 'WEEK' else 'ALL' end as apart, coalesce(cause, kind, line, type,"
            + " service, cast(week as varchar), 'all') as code, count(*) as breaches, count(*) filter (where kept) as kept,"
            + " sum(late_seconds) as late, sum(untouched_seconds) as untouched, sum(worked_seconds) as worked,"
            + " sum(waited_seconds) as waited from (select *, " + CAUSE + " as cause, " + Selection.week("closed_day")
            + " as week from closed_ticket_breach where %s) breach group by grouping sets ((cause), (kind), (line),"
            + " (type), (service), (week), ()) having count(*) > 0 order by 1, 2";

    private final JdbcClient database;

    BreachFigures(JdbcClient database) {
        this.database = database;
    }

    /** What broken promises are counted apart by. */
    enum By {
        ALL,
        KIND,
        CAUSE,
        LINE,
        TYPE,
        SERVICE,
        WEEK
    }

    /** How many, and what the time went into, in seconds. */
    record Sum(long breaches, long kept, long late, long untouched, long worked, long waited) {

        static final Sum NOTHING = new Sum(0, 0, 0, 0, 0, 0);

        long meanLate() {
            return breaches == 0 ? 0 : late / breaches;
        }
    }

    /** One of the list. */
    record Broken(String ticket, LocalDate day, String kind, String line, boolean kept, long late, String cause) {}

    Map<By, Map<String, Sum>> of(Selection selection) {
        Map<By, Map<String, Sum>> figures = new LinkedHashMap<>();
        for (By by : By.values()) {
            figures.put(by, new LinkedHashMap<>());
        }
        database.sql(COUNT.formatted(selection.where("closed_day")))
                .params(selection.parameters())
                .query(row -> {
                    figures.get(By.valueOf(row.getString("apart")))
                            .put(
                                    row.getString("code"),
                                    new Sum(
                                            row.getLong("breaches"),
                                            row.getLong("kept"),
                                            row.getLong("late"),
                                            row.getLong("untouched"),
                                            row.getLong("worked"),
                                            row.getLong("waited")));
                });
        figures.get(By.ALL).putIfAbsent("all", Sum.NOTHING);
        return figures;
    }

    long count(Selection selection) {
        return database.sql("select count(*) from closed_ticket_breach where " + selection.where("closed_day"))
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }

    /** The latest. */
    List<Broken> latest(Selection selection) {
        return database.sql("select number, breach.* from (select *, " + CAUSE
                        + " as cause from closed_ticket_breach where "
                        + selection.where("closed_day")
                        + " order by closed_day desc, ticket_id desc, promise limit :most)"
                        + " breach join closed_ticket using (ticket_id)"
                        + " order by breach.closed_day desc, ticket_id desc, promise")
                .params(selection.parameters())
                .param("most", LISTED)
                .query((row, number) -> new Broken(
                        row.getString("number"),
                        row.getObject("closed_day", LocalDate.class),
                        row.getString("kind"),
                        row.getString("line"),
                        row.getBoolean("kept"),
                        row.getLong("late_seconds"),
                        row.getString("cause")))
                .list();
    }
}
