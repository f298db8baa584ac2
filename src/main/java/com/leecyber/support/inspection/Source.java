package com.leecyber.support.inspection;

import com.leecyber.support.inspection.Criteria.Breach;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Exclusions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where tickets are found: those whose figures are computed, those under work, and those that were closed a moment ago.
 *
 * <p>Of a closed ticket everything that is asked stands in one row. Of the others the ticket and its journal are asked; what
 * is frequent there is looked for ticket by ticket, what is rare by an index of the journal.
 */
enum Source {
    CLOSED("closed_ticket t", "t.ticket_id"),
    OPEN("ticket t", "t.id"),
    DUE("closed_ticket_due due join ticket t on t.id = due.ticket_id", "t.id");

    // Looked for ticket by ticket: as a value of its own, so that the database does not gather all tickets' entries
    // first.
    private static final String EACH =
            "coalesce((select true from journal where ticket = t.number and %s limit 1), false)";

    private static final String NOTED =
            "coalesce((select true from deadline_notice notice where notice.ticket_id = t.id"
                    + " and notice.kind = 'BREACH' limit 1), false)";

    // No entry of an open ticket is older than the oldest of them; nodes' clocks may differ a little.
    private static final String SOMEWHERE = "t.number in (select ticket from journal where %s and recorded_at >="
            + " (select min(registered_at) - interval '1 hour' from ticket where closed_at is null))";

    private final String from;
    private final String id;

    Source(String from, String id) {
        this.from = from;
        this.id = id;
    }

    String from() {
        return from;
    }

    String id() {
        return id;
    }

    boolean answers(Criteria criteria) {
        return this == OPEN ? !criteria.onlyClosed() : !criteria.onlyOpen();
    }

    /** The conditions in this place; parameters of the same name have the same value everywhere. */
    Conditions conditions(Criteria criteria, Exclusions exclusions) {
        Conditions conditions = new Conditions();
        switch (this) {
            case OPEN -> conditions.and("t.closed_at is null");
            case DUE ->
                conditions.and("not exists (select from closed_ticket known where known.ticket_id = due.ticket_id)");
            case CLOSED -> {}
        }
        time(conditions, criteria);
        number(conditions, criteria.number());
        if (criteria.customers() != null) {
            conditions.and(
                    criteria.customers().isEmpty() ? "false" : "t.customer_id in (:customers)",
                    "customers",
                    criteria.customers());
        }
        conditions
                .and("t.type = :type", "type", name(criteria.type()))
                .and("t.channel = :channel", "channel", name(criteria.channel()))
                .and("t.priority = :priority", "priority", name(criteria.priority()))
                .and("t.closing_reason = :reason", "reason", name(criteria.reason()));
        if (this == CLOSED && criteria.reason() != null && criteria.reason() != ClosingReason.SOLVED) {
            // The condition of its index.
            conditions.and("t.closing_reason <> 'SOLVED'");
        }
        agent(conditions, criteria.agent());
        clause(conditions, criteria.clause(), exclusions);
        breach(conditions, criteria.breach());
        return conditions;
    }

    private static void time(Conditions conditions, Criteria criteria) {
        conditions
                .and(
                        "t.registered_at >= :from",
                        "from",
                        utc(criteria.registered().from()))
                .and("t.registered_at < :to", "to", utc(criteria.registered().to()))
                .and(
                        "t.closed_at >= :closedFrom",
                        "closedFrom",
                        utc(criteria.closed().from()))
                .and(
                        "t.closed_at < :closedTo",
                        "closedTo",
                        utc(criteria.closed().to()))
                // True anyway; so the walk along the time of registration begins no later than it must.
                .and(
                        "t.registered_at < :closedTo",
                        "closedTo",
                        utc(criteria.closed().to()));
    }

    private void number(Conditions conditions, NumberSought number) {
        if (number != null && !number.ids().isEmpty()) {
            conditions.and(number.ids().stream()
                    .map(ids -> "%s between %d and %d".formatted(id, ids.first(), ids.last()))
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        if (number != null && number.year() != null) {
            conditions.and("t.number like :year", "year", number.year() + "%");
        }
    }

    private void agent(Conditions conditions, String agent) {
        conditions.and(
                switch (this) {
                    case CLOSED -> "t.agents @> array[:agent]::text[]";
                    case OPEN -> SOMEWHERE.formatted("actor = :agent and " + Frequent.PERSON);
                    case DUE -> EACH.formatted("actor = :agent");
                },
                "agent",
                agent);
    }

    private void clause(Conditions conditions, String clause, Exclusions exclusions) {
        if (clause == null) {
            return;
        }
        if (!Clauses.EXCLUSIONS.contains(clause)) {
            conditions.and(
                    switch (this) {
                        case CLOSED -> "t.clauses @> array[:clause]::text[]";
                        case OPEN ->
                            Frequent.isClause(clause)
                                    ? EACH.formatted("clause = :clause")
                                    : SOMEWHERE.formatted("clause = :clause and " + Frequent.RARE_CLAUSE);
                        case DUE -> EACH.formatted("clause = :clause");
                    },
                    "clause",
                    clause);
        } else if (this == CLOSED) {
            conditions.and("t.exclusion_clause = :clause", "clause", clause);
        } else {
            List<String> codes = exclusions.codes().stream()
                    .filter(code -> exclusions.get(code).clause().equals(clause))
                    .toList();
            conditions.and(codes.isEmpty() ? "false" : "t.exclusion in (:codes)", "codes", codes);
        }
    }

    private void breach(Conditions conditions, Breach breach) {
        if (breach == null) {
            return;
        }
        if (this == CLOSED) {
            conditions
                    .and(breach.any() ? "t.broken <> '{}'" : "t.broken = '{}'")
                    .and("t.broken @> array[:broken]::text[]", "broken", name(breach.kind()));
        } else {
            conditions
                    .and((breach.any() ? "" : "not ") + NOTED)
                    .and(
                            EACH.formatted("kind = 'DEADLINE_BREACHED' and strpos(details, :brokenKind) > 0"),
                            "brokenKind",
                            breach.kind() == null ? null : "\"kind\":\"" + breach.kind() + "\"");
        }
    }

    private static String name(Enum<?> choice) {
        return choice == null ? null : choice.name();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
