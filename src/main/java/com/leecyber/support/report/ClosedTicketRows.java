package com.leecyber.support.report;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code closed_ticket} with what belongs to it; whoever writes here takes part in the caller's transaction. */
@Component
class ClosedTicketRows {

    private static final String INSERT =
            "insert into closed_ticket (ticket_id, number, customer_id, channel, type, service,"
                    + " priority, closing_reason, exclusion, exclusion_clause, incident, registered_at, closed_at, registered_day,"
                    + " closed_day, resolution_seconds, waited_seconds, resolution_step, worked_step, window_seconds,"
                    + " window_clause, window_rule, window_decision, response_due_at, response_at, response_verdict, response_by,"
                    + " broken, escalated, moved_to_panel, agents, clauses, steps_counted, computed_by, computed_at) values"
                    + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_BREACH =
            "insert into closed_ticket_breach (ticket_id, promise, kind, line, kept,"
                    + " closed_day, channel, type, service, priority, late_seconds, untouched_seconds, waited_seconds,"
                    + " worked_seconds) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_AGENT =
            "insert into closed_ticket_agent (ticket_id, agent, closed_at, closed_day,"
                    + " channel, type, service, priority, decisions, replies, notes, response)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    // Taken away before rows are removed and added when they are there again: so the sums are always those of the rows.
    private static final String SUMS = "insert into response_day as known (day, channel, type, priority, service,"
            + " window_clause, window_seconds, tickets, no_licence, met, breached, released, escalated)"
            + " select closed_day, channel, type, coalesce(priority, ''), service, window_clause, window_seconds,"
            + " :sign * count(*), :sign * count(*) filter (where closing_reason = 'NO_LICENCE'),"
            + " :sign * count(*) filter (where closing_reason <> 'NO_LICENCE' and response_verdict = 'MET'),"
            + " :sign * count(*) filter (where closing_reason <> 'NO_LICENCE' and response_verdict = 'BREACHED'),"
            + " :sign * count(*) filter (where closing_reason <> 'NO_LICENCE' and response_verdict = 'RELEASED'),"
            + " :sign * count(*) filter (where escalated) from closed_ticket where ticket_id = any(:tickets)"
            + " group by 1, 2, 3, 4, 5, 6, 7 on conflict (day, channel, type, priority, service, window_clause,"
            + " window_seconds) do update set tickets = known.tickets + excluded.tickets,"
            + " no_licence = known.no_licence + excluded.no_licence, met = known.met + excluded.met,"
            + " breached = known.breached + excluded.breached, released = known.released + excluded.released,"
            + " escalated = known.escalated + excluded.escalated";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ZoneId zone;

    ClosedTicketRows(JdbcClient database, JdbcTemplate batches, ReportSettings settings) {
        this.database = database;
        this.batches = batches;
        this.zone = settings.zone();
    }

    /** Of some tickets those whose steps have been added. */
    Set<Long> withSteps(Collection<Long> tickets) {
        return new HashSet<>(
                database.sql("select ticket_id from closed_ticket where ticket_id = any(:tickets) and steps_counted")
                        .param("tickets", tickets.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /** One who writes sums at a time, until its transaction ends: two would wait for each other in a circle. */
    void lockSums() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('response_day', 0))")
                .query(row -> {});
    }

    /** Puts what was computed in the place of what was known of these tickets. */
    void replace(List<ClosedFacts> computed, Set<Long> withSteps, Instant now) {
        Long[] tickets = computed.stream().map(facts -> facts.ticket().id()).toArray(Long[]::new);
        sum(tickets, -1);
        database.sql("delete from closed_ticket where ticket_id = any(:tickets)")
                .param("tickets", tickets)
                .update();
        batches.batchUpdate(
                INSERT,
                computed,
                computed.size(),
                (row, facts) ->
                        ticket(row, facts, withSteps.contains(facts.ticket().id()), now));
        List<Part<Breach>> breaches = computed.stream()
                .flatMap(facts -> facts.breaches().stream().map(breach -> new Part<>(facts.ticket(), breach)))
                .toList();
        batches.batchUpdate(INSERT_BREACH, breaches, computed.size(), this::breach);
        List<Part<AgentShare>> shares = computed.stream()
                .flatMap(facts -> facts.agents().stream().map(share -> new Part<>(facts.ticket(), share)))
                .toList();
        batches.batchUpdate(INSERT_AGENT, shares, computed.size(), this::share);
        sum(tickets, 1);
    }

    /** Something that belongs to a ticket. */
    private record Part<T>(ClosedTicket ticket, T part) {}

    private void sum(Long[] tickets, int sign) {
        database.sql(SUMS).param("tickets", tickets).param("sign", sign).update();
    }

    private void ticket(PreparedStatement row, ClosedFacts facts, boolean withSteps, Instant now) throws SQLException {
        ClosedTicket ticket = facts.ticket();
        long resolution = facts.resolution().toSeconds();
        long waited = facts.waited().toSeconds();
        set(
                row,
                ticket.id(),
                ticket.number(),
                ticket.customerId(),
                ticket.channel(),
                ticket.type(),
                ticket.service(),
                ticket.priority(),
                ticket.closingReason(),
                ticket.exclusion(),
                facts.exclusionClause(),
                ticket.incident(),
                utc(ticket.registeredAt()),
                utc(ticket.closedAt()),
                day(ticket.registeredAt()),
                day(ticket.closedAt()),
                resolution,
                waited,
                Ladder.step(resolution),
                Ladder.step(resolution - waited),
                facts.window().length().toSeconds(),
                facts.window().clause(),
                facts.window().rule(),
                facts.window().decisionVersion(),
                utc(facts.responseDueAt()),
                utc(facts.responseAt()),
                facts.responseVerdict().name(),
                facts.responseBy(),
                facts.broken().toArray(String[]::new),
                facts.escalated(),
                ticket.movedToPanel(),
                facts.agents().stream().map(AgentShare::agent).toArray(String[]::new),
                facts.clauses().toArray(String[]::new),
                withSteps,
                ClosedFacts.VERSION,
                utc(now));
    }

    private void breach(PreparedStatement row, Part<Breach> part) throws SQLException {
        ClosedTicket ticket = part.ticket();
        Breach breach = part.part();
        set(
                row,
                ticket.id(),
                breach.promise(),
                breach.kind().name(),
                breach.line().name(),
                breach.kept(),
                day(ticket.closedAt()),
                ticket.channel(),
                ticket.type(),
                ticket.service(),
                ticket.priority(),
                breach.late(),
                breach.untouched(),
                breach.waited(),
                breach.worked());
    }

    private void share(PreparedStatement row, Part<AgentShare> part) throws SQLException {
        ClosedTicket ticket = part.ticket();
        AgentShare share = part.part();
        set(
                row,
                ticket.id(),
                share.agent(),
                utc(ticket.closedAt()),
                day(ticket.closedAt()),
                ticket.channel(),
                ticket.type(),
                ticket.service(),
                ticket.priority(),
                share.decisions(),
                share.replies(),
                share.notes(),
                share.response() == null ? null : share.response().name());
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private static void set(PreparedStatement row, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            row.setObject(index + 1, values[index]);
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
