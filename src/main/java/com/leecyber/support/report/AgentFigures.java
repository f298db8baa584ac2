package com.leecyber.support.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents did on closed tickets. */
@Component
@Transactional(readOnly = true)
class AgentFigures {

    private static final String COUNT =
            "select agent, " + Selection.week("closed_day") + " as week, count(*) as tickets,"
                    + " sum(decisions) as decisions, sum(replies) as replies, sum(notes) as notes, count(response) as responses,"
                    + " count(*) filter (where response = 'MET') as in_time from closed_ticket_agent where %s group by 1, 2";

    private final JdbcClient database;

    AgentFigures(JdbcClient database) {
        this.database = database;
    }

    /**
     * What was done.
     *
     * @param tickets on which an agent did something; of several agents each counts
     * @param responses first responses that they gave
     */
    record Load(long tickets, long decisions, long replies, long notes, long responses, long inTime) {

        long deeds() {
            return decisions + replies + notes;
        }

        Load and(Load other) {
            return new Load(
                    tickets + other.tickets,
                    decisions + other.decisions,
                    replies + other.replies,
                    notes + other.notes,
                    responses + other.responses,
                    inTime + other.inTime);
        }
    }

    /** By agent, the busiest first; and by week, of one agent or of all. */
    record Loads(Map<String, Load> agents, Map<String, Load> weeks) {}

    /** @param agent whose weeks are counted; empty for everybody's */
    Loads of(Selection selection, String agent) {
        Map<String, Load> agents = new HashMap<>();
        Map<String, Load> weeks = new TreeMap<>();
        database.sql(COUNT.formatted(selection.where("closed_day")))
                .params(selection.parameters())
                .query(row -> {
                    Load load = new Load(
                            row.getLong("tickets"),
                            row.getLong("decisions"),
                            row.getLong("replies"),
                            row.getLong("notes"),
                            row.getLong("responses"),
                            row.getLong("in_time"));
                    String name = row.getString("agent");
                    agents.merge(name, load, Load::and);
                    if (agent.isEmpty() || agent.equals(name)) {
                        weeks.merge(row.getString("week"), load, Load::and);
                    }
                });
        Map<String, Load> busiest = new LinkedHashMap<>();
        agents.entrySet().stream()
                .sorted(Map.Entry.<String, Load>comparingByValue(
                                Comparator.comparing(Load::tickets).reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> busiest.put(entry.getKey(), entry.getValue()));
        return new Loads(busiest, weeks);
    }
}
