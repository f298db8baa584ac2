package com.leecyber.support.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents did on closed tickets. */
@Component
@Transactional(readOnly = true)
class AgentFigures {

    private static final String COUNT = "select agent, cast(week as date) as week, count(*) as tickets, sum(decisions) as"
            + " decisions, sum(replies) as replies, sum(notes) as notes, count(response) as responses, count(*) filter (where"
            + " response = 'MET') as in_time from (select *, date_trunc('week', closed_day) as week from closed_ticket_agent"
            + " where %s) share group by grouping sets (%s) having count(*) > 0 order by week, tickets desc, agent limit 2000";

    private final JdbcClient database;

    AgentFigures(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param tickets on which an agent did something; of several agents each counts
     * @param responses first responses that they gave
     */
    record Load(long tickets, long decisions, long replies, long notes, long responses, long inTime) {

        long deeds() {
            return decisions + replies + notes;
        }
    }

    /** By agent, the busiest first; and by week, of one agent or of all. */
    record Loads(Map<String, Load> agents, Map<String, Load> weeks) {}

    /** @param agent whose weeks are counted; empty for everybody's */
    Loads of(Selection selection, String agent) {
        Map<String, Load> agents = new LinkedHashMap<>();
        Map<String, Load> weeks = new LinkedHashMap<>();
        read(selection, "", agent.isEmpty() ? "(agent), (week)" : "(agent)", agents, weeks);
        if (!agent.isEmpty()) {
            read(selection, agent, "(week)", agents, weeks);
        }
        return new Loads(agents, weeks);
    }

    private void read(
            Selection selection, String agent, String apart, Map<String, Load> agents, Map<String, Load> weeks) {
        String sql = COUNT.formatted(
                selection.where("closed_day") + (agent.isEmpty() ? "" : " and agent = :agent"), apart);
        if (!apart.contains("agent")) {
            sql = sql.replace("select agent,", "select cast(null as varchar) as agent,");
        }
        if (!apart.contains("week")) {
            sql = sql.replace("cast(week as date) as week", "cast(null as date) as week");
        }
        database.sql(sql).params(selection.parameters()).param("agent", agent).query(row -> {
            Load load = new Load(
                    row.getLong("tickets"),
                    row.getLong("decisions"),
                    row.getLong("replies"),
                    row.getLong("notes"),
                    row.getLong("responses"),
                    row.getLong("in_time"));
            String name = row.getString("agent");
            if (name == null) {
                weeks.put(row.getString("week"), load);
            } else {
                agents.put(name, load);
            }
        });
    }
}
