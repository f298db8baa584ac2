package com.leecyber.support.report;

import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockReading;
import com.leecyber.support.sla.Interval;
import com.leecyber.support.sla.IntervalReason;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.PromiseKind;
import com.leecyber.support.sla.ResponseClock;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.sla.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a closed ticket amounts to, computed from its row, its clock's facts and its journal alone: the same three always give
 * the same.
 *
 * @param exclusionClause the clause of R7.2 that excludes it, or null
 * @param resolution from registration to closure
 * @param waited how much of it the customer had the word (R5.2)
 * @param window what was promised for the first response (R3.2)
 * @param responseAt when a person first wrote to the customer; null when nobody did
 * @param responseBy who that was, or null
 */
record ClosedFacts(
        ClosedTicket ticket,
        String exclusionClause,
        Duration resolution,
        Duration waited,
        ResponseWindow window,
        Instant responseDueAt,
        Instant responseAt,
        Verdict responseVerdict,
        String responseBy,
        boolean escalated,
        List<String> clauses,
        List<Breach> breaches,
        List<AgentShare> agents) {

    /** Counts the ways of computing: raise it with every change, and what an older one computed is computed again. */
    static final int VERSION = 1;

    /**
     * Computes them.
     *
     * @param facts all that was recorded for its clock, in order
     * @param journal its entries in order
     * @throws IllegalArgumentException when its clock was never started
     */
    static ClosedFacts of(ClosedTicket ticket, List<ClockFact> facts, List<Deed> journal) {
        List<ClockFact> known = facts.stream()
                .takeWhile(fact -> !(fact instanceof ClockFact.Closed))
                .toList();
        ClockReading reading = ResponseClock.read(facts, ticket.closedAt());
        Promise first = reading.promises().stream()
                .filter(promise -> promise.kind() == PromiseKind.FIRST_RESPONSE)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The clock of " + ticket.number() + " was never started"));
        List<Answer> answers = known.stream().flatMap(Answer::in).toList();
        boolean answered = !answers.isEmpty();
        String responder = answered ? answers.get(0).by() : null;
        return new ClosedFacts(
                ticket,
                journal.stream()
                        .map(Deed::exclusionClause)
                        .filter(Objects::nonNull)
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                Duration.between(ticket.registeredAt(), ticket.closedAt()),
                waited(reading),
                window(known, first),
                first.dueAt(),
                answered ? first.settledAt() : null,
                first.verdict(),
                responder,
                known.stream().anyMatch(ClockFact.Escalated.class::isInstance),
                clauses(journal),
                reading.promises().stream()
                        .filter(promise -> promise.verdict() == Verdict.BREACHED)
                        .map(promise -> Breach.of(promise, reading, known, journal))
                        .toList(),
                shares(answers, journal, first.verdict()));
    }

    /** The kinds of its broken promises, each once. */
    List<String> broken() {
        return breaches.stream()
                .map(breach -> breach.kind().name())
                .distinct()
                .sorted()
                .toList();
    }

    private static Duration waited(ClockReading reading) {
        return reading.intervals().stream()
                .filter(interval -> interval.reason() == IntervalReason.WAITING_FOR_CUSTOMER)
                .map(Interval::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The window that the first response was measured by: the last one that changed its deadline. */
    private static ResponseWindow window(List<ClockFact> facts, Promise first) {
        Duration length = Duration.between(first.startedAt(), first.dueAt());
        return facts.stream()
                .filter(fact -> !fact.at().isAfter(first.settledAt()))
                .flatMap(fact -> fact instanceof ClockFact.Registered registered
                        ? Stream.of(registered.window())
                        : fact instanceof ClockFact.WindowCorrected corrected
                                ? Stream.of(corrected.window())
                                : Stream.empty())
                .filter(window -> window.length().equals(length))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static List<String> clauses(List<Deed> journal) {
        return journal.stream()
                .flatMap(deed -> Stream.of(deed.clause(), deed.exclusionClause()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<AgentShare> shares(List<Answer> answers, List<Deed> journal, Verdict verdict) {
        TreeSet<String> agents = new TreeSet<>();
        journal.stream().filter(Deed::isByAgent).map(Deed::actor).forEach(agents::add);
        answers.stream().map(Answer::by).filter(Deed::isAgent).forEach(agents::add);
        return agents.stream()
                .map(agent -> new AgentShare(
                        agent,
                        count(journal.stream().filter(Deed::isDecision).map(Deed::actor), agent),
                        count(answers.stream().map(Answer::by), agent),
                        count(journal.stream().filter(Deed::isNote).map(Deed::actor), agent),
                        !answers.isEmpty() && agent.equals(answers.get(0).by()) ? verdict : null))
                .toList();
    }

    private static int count(Stream<String> actors, String agent) {
        return (int) actors.filter(agent::equals).count();
    }

    /** A message to the customer: whose it was, even when a colleague agreed to it later. */
    private record Answer(String by) {

        static Stream<Answer> in(ClockFact fact) {
            if (fact instanceof ClockFact.Responded responded) {
                return Stream.of(new Answer(responded.by()));
            }
            return fact instanceof ClockFact.InformationRequested asked
                    ? Stream.of(new Answer(asked.by()))
                    : Stream.empty();
        }
    }
}
