package com.leecyber.support.change;

import com.leecyber.support.change.Decisions.Answers;
import com.leecyber.support.change.Effect.DateChange;
import com.leecyber.support.change.Effect.PriorityChange;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClock;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.Tickets;
import com.leecyber.support.triage.PriorityProposal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * What a change would have meant: every ticket that was closed lately is run through the tables in force and through the
 * proposed ones, with everything that really happened to it at the moment when it happened.
 */
@Service
class WhatIf {

    private static final int BATCH = 500;

    private final Tickets tickets;
    private final ResponseClocks clocks;
    private final TypeHistory types;
    private final Decisions decisions;
    private final Clock clock;

    WhatIf(Tickets tickets, ResponseClocks clocks, TypeHistory types, Decisions decisions, Clock clock) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.types = types;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Compares the proposed files with those in force.
     *
     * @param files what is proposed; without a table of windows or priorities nothing is compared
     * @param days how far back, at least 1
     */
    Effect of(List<ProcessFile> files, int days) {
        boolean windows = proposes(files, "responseWindow.dmn");
        boolean priorities = proposes(files, "priority.dmn");
        Comparison comparison = new Comparison(decisions.inForce(), decisions.proposed(files), windows, priorities);
        if (windows || priorities) {
            Instant since = clock.instant().minus(Duration.ofDays(days));
            List<Ticket> batch = next(since, 0);
            while (!batch.isEmpty()) {
                comparison.add(batch);
                batch = next(since, batch.get(batch.size() - 1).id());
            }
        }
        return comparison.effect(days);
    }

    private List<Ticket> next(Instant since, long after) {
        return tickets.findByClosedAtGreaterThanEqualAndIdGreaterThanOrderById(since, after, Limit.of(BATCH));
    }

    private static boolean proposes(List<ProcessFile> files, String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }

    /** Collects the differences, ticket by ticket. */
    private class Comparison {

        private final Answers inForce;
        private final Answers proposed;
        private final boolean windows;
        private final boolean priorities;
        private final List<DateChange> dates = new ArrayList<>();
        private final List<PriorityChange> changedPriorities = new ArrayList<>();
        private int compared;

        Comparison(Answers inForce, Answers proposed, boolean windows, boolean priorities) {
            this.inForce = inForce;
            this.proposed = proposed;
            this.windows = windows;
            this.priorities = priorities;
        }

        void add(List<Ticket> batch) {
            compared += batch.size();
            if (windows) {
                Map<Long, List<ClockFact>> histories =
                        clocks.histories(batch.stream().map(Ticket::id).toList());
                batch.forEach(ticket -> compareDates(ticket, histories.getOrDefault(ticket.id(), List.of())));
            }
            if (priorities) {
                batch.forEach(this::comparePriorities);
            }
        }

        private void compareDates(Ticket ticket, List<ClockFact> facts) {
            Retold retold = new Retold(ticket.channel(), types.of(ticket, facts));
            List<Promise> before = promises(retold.by(inForce.windows(), facts));
            List<Promise> after = promises(retold.by(proposed.windows(), facts));
            for (int index = 0; index < before.size(); index++) {
                DateChange change = new DateChange(ticket.number(), before.get(index), after.get(index));
                if (change.differs()) {
                    dates.add(change);
                }
            }
        }

        private List<Promise> promises(List<ClockFact> facts) {
            return ResponseClock.read(facts, clock.instant()).promises();
        }

        private void comparePriorities(Ticket ticket) {
            PriorityProposal before = inForce.priorities().propose(ticket.type(), ticket.impact());
            PriorityProposal after = proposed.priorities().propose(ticket.type(), ticket.impact());
            if (before.priority() != after.priority()) {
                changedPriorities.add(new PriorityChange(ticket.number(), before, after));
            }
        }

        Effect effect(int days) {
            return new Effect(days, windows || priorities, compared, dates, changedPriorities);
        }
    }
}
