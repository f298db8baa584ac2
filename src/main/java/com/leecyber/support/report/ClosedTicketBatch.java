package com.leecyber.support.report;

import com.leecyber.support.report.DueTickets.Due;
import com.leecyber.support.report.StepTimes.Step;
import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ResponseClocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes the figures of closed tickets, some hundred at a time. What was computed is stored in the transaction that takes the
 * tickets off the list of those due: whatever happens, each counts once.
 */
@Component
class ClosedTicketBatch {

    /** A process that has not ended so long after its ticket was closed is stuck: the figures wait no longer. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final DueTickets due;
    private final RawTickets raw;
    private final ResponseClocks clocks;
    private final StepTimes stepTimes;
    private final ClosedTicketRows rows;
    private final StepDays stepDays;
    private final Clock clock;

    ClosedTicketBatch(
            DueTickets due,
            RawTickets raw,
            ResponseClocks clocks,
            StepTimes stepTimes,
            ClosedTicketRows rows,
            StepDays stepDays,
            Clock clock) {
        this.due = due;
        this.raw = raw;
        this.clocks = clocks;
        this.stepTimes = stepTimes;
        this.rows = rows;
        this.stepDays = stepDays;
        this.clock = clock;
    }

    /**
     * Computes the next tickets; when one of them cannot be computed, none is.
     *
     * @return how many there were
     */
    @Transactional
    public int computeNext(int most) {
        List<Due> next = due.lock(clock.instant(), most);
        if (!next.isEmpty()) {
            compute(next);
        }
        return next.size();
    }

    /** Postpones the next ticket, which cannot be computed. */
    @Transactional
    public void postponeNext(RuntimeException cause) {
        due.lock(clock.instant(), 1)
                .forEach(stuck ->
                        due.postpone(stuck, clock.instant().plus(delayAfter(stuck.attempts())), cause.toString()));
    }

    private void compute(List<Due> next) {
        Instant now = clock.instant();
        List<Long> ids = next.stream().map(Due::ticket).toList();
        List<ClosedTicket> tickets = raw.closed(ids);
        List<String> numbers = tickets.stream().map(ClosedTicket::number).toList();
        Map<Long, List<ClockFact>> facts = clocks.histories(ids);
        Map<String, List<Deed>> journals = raw.journals(numbers);
        List<ClosedFacts> computed = tickets.stream()
                .map(ticket -> ClosedFacts.of(
                        ticket,
                        facts.getOrDefault(ticket.id(), List.of()),
                        journals.getOrDefault(ticket.number(), List.of())))
                .toList();

        Set<Long> withSteps = rows.withSteps(ids);
        Map<String, List<Step>> known = stepTimes.of(tickets.stream()
                .filter(ticket -> !withSteps.contains(ticket.id()))
                .map(ClosedTicket::number)
                .toList());
        Map<ClosedTicket, List<Step>> added = new LinkedHashMap<>();
        tickets.stream()
                .filter(ticket -> !withSteps.contains(ticket.id()))
                .filter(ticket -> known.containsKey(ticket.number())
                        || ticket.closedAt().plus(PATIENCE).isBefore(now))
                .forEach(ticket -> added.put(ticket, known.getOrDefault(ticket.number(), List.of())));
        added.keySet().forEach(ticket -> withSteps.add(ticket.id()));

        rows.lockSums();
        rows.replace(computed, withSteps, now);
        stepDays.add(added);
        leave(next, tickets, withSteps, now);
    }

    /** Whose steps are not over stays due. */
    private void leave(List<Due> next, List<ClosedTicket> tickets, Set<Long> withSteps, Instant now) {
        Set<Long> running = new HashSet<>();
        tickets.stream()
                .map(ClosedTicket::id)
                .filter(ticket -> !withSteps.contains(ticket))
                .forEach(running::add);
        List<Long> done = new ArrayList<>();
        for (Due ticket : next) {
            if (running.contains(ticket.ticket())) {
                due.postpone(ticket, now.plus(delayAfter(ticket.attempts())), null);
            } else {
                done.add(ticket.ticket());
            }
        }
        due.remove(done);
    }

    /** 5 s, 10 s, 20 s … up to an hour. */
    static Duration delayAfter(int attempts) {
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempts, 20));
        return doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
    }
}
