package com.leecyber.support.report;

import com.leecyber.support.report.StepTimes.Step;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code step_day}: sums that closed tickets' steps are added to, each ticket's once. */
@Component
class StepDays {

    private static final String ADD = "insert into step_day as known (day, diagram, version, element, channel, type,"
            + " priority, service, visits, seconds) select * from unnest(:days, :diagrams, :versions, :elements,"
            + " :channels, :types, :priorities, :services, :visits, :seconds) on conflict (day, diagram, version, element,"
            + " channel, type, priority, service) do update set visits = known.visits + excluded.visits,"
            + " seconds = known.seconds + excluded.seconds";

    private final JdbcClient database;
    private final ClosedTicketRows rows;

    StepDays(JdbcClient database, ClosedTicketRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** What is summed apart. */
    private record Place(
            LocalDate day,
            String diagram,
            int version,
            String element,
            String channel,
            String type,
            String priority,
            String service) {}

    private record Sum(long visits, long seconds) {

        Sum and(Sum other) {
            return new Sum(visits + other.visits, seconds + other.seconds);
        }
    }

    /** Adds the steps of tickets. */
    void add(Map<ClosedTicket, List<Step>> steps) {
        Map<Place, Sum> sums = new HashMap<>();
        steps.forEach((ticket, list) -> list.forEach(
                step -> sums.merge(place(ticket, step), new Sum(step.visits(), step.seconds()), Sum::and)));
        if (sums.isEmpty()) {
            return;
        }
        List<Map.Entry<Place, Sum>> lines = new ArrayList<>(sums.entrySet());
        lines.sort(Comparator.comparing(line -> line.getKey().toString()));
        database.sql(ADD)
                .param(
                        "days",
                        column(lines, line -> Date.valueOf(line.getKey().day())).toArray(Date[]::new))
                .param("diagrams", texts(lines, Place::diagram))
                .param(
                        "versions",
                        column(lines, line -> line.getKey().version()).toArray(Integer[]::new))
                .param("elements", texts(lines, Place::element))
                .param("channels", texts(lines, Place::channel))
                .param("types", texts(lines, Place::type))
                .param("priorities", texts(lines, Place::priority))
                .param("services", texts(lines, Place::service))
                .param("visits", column(lines, line -> line.getValue().visits()).toArray(Long[]::new))
                .param(
                        "seconds",
                        column(lines, line -> line.getValue().seconds()).toArray(Long[]::new))
                .update();
    }

    private Place place(ClosedTicket ticket, Step step) {
        return new Place(
                rows.day(ticket.closedAt()),
                step.diagram(),
                step.version(),
                step.element(),
                ticket.channel(),
                ticket.type(),
                Objects.toString(ticket.priority(), ""),
                ticket.service());
    }

    private static String[] texts(List<Map.Entry<Place, Sum>> lines, Function<Place, String> value) {
        return lines.stream().map(line -> value.apply(line.getKey())).toArray(String[]::new);
    }

    private static <T> List<T> column(List<Map.Entry<Place, Sum>> lines, Function<Map.Entry<Place, Sum>, T> value) {
        return lines.stream().map(value).toList();
    }
}
