package com.leecyber.support.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many tickets were open at the end of each day, and how many came and went. */
@Component
@Transactional(readOnly = true)
class QueueFigures {

    /** With more days than these one line is a week. */
    private static final int MOST_DAYS = 93;

    private static final int WEEK = 7;

    private final JdbcClient database;
    private final ReportSettings settings;
    private final Clock clock;

    QueueFigures(JdbcClient database, ReportSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A day, or a week by its last day.
     *
     * @param open at the end of that day; of today until now
     */
    record Line(LocalDate day, long registered, long closed, long open) {}

    /** @param lines none for a period that lies ahead */
    record Queue(long openBefore, List<Line> lines) {}

    /** How many tickets are open now. */
    long openNow(Selection selection) {
        return database.sql("select count(*) from ticket where closed_at is null" + selection.filters())
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }

    Queue of(Selection selection) {
        LocalDate first = selection.period().first();
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        LocalDate last =
                selection.period().last().isBefore(today) ? selection.period().last() : today;
        TreeMap<LocalDate, long[]> days = new TreeMap<>();
        long[] before = {0};
        database.sql(
                        "select registered_day, closed_day, count(*) as tickets from closed_ticket where closed_day >= :first"
                                + " and registered_day <= :last" + selection.filters() + " group by 1, 2 union all"
                                + " select cast(registered_at at time zone :zone as date), null, count(*) from ticket"
                                + " where closed_at is null" + selection.filters() + " group by 1")
                .params(selection.parameters())
                .param("zone", settings.zone().getId())
                .query(row -> {
                    LocalDate registered = row.getObject("registered_day", LocalDate.class);
                    LocalDate closed = row.getObject("closed_day", LocalDate.class);
                    long tickets = row.getLong("tickets");
                    if (registered.isBefore(first)) {
                        before[0] += tickets;
                    } else {
                        days.computeIfAbsent(registered, day -> new long[2])[0] += tickets;
                    }
                    if (closed != null) {
                        days.computeIfAbsent(closed, day -> new long[2])[1] += tickets;
                    }
                });
        return new Queue(
                before[0],
                lines(first, last, before[0], days, selection.period().days() > MOST_DAYS));
    }

    private static List<Line> lines(
            LocalDate first, LocalDate last, long before, TreeMap<LocalDate, long[]> days, boolean weekly) {
        List<Line> lines = new ArrayList<>();
        long open = before;
        long registered = 0;
        long closed = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            long[] counted = days.getOrDefault(day, new long[2]);
            registered += counted[0];
            closed += counted[1];
            open += counted[0] - counted[1];
            if (!weekly || day.getDayOfWeek().getValue() == WEEK || day.equals(last)) {
                lines.add(new Line(day, registered, closed, open));
                registered = 0;
                closed = 0;
            }
        }
        return lines;
    }
}
