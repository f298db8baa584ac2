package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.ticketOf;

import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${deadlines.dueAt(execution)}}: the absolute dates of response and repair timers, from the clock (R3.2). */
@Component
public class Deadlines {

    /** A task on which nothing is owed still has its timers; they never ring. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Tickets tickets;
    private final ResponseClocks clocks;
    private final Clock clock;

    Deadlines(Tickets tickets, ResponseClocks clocks, Clock clock) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** When the lead is warned that the next promise is about to break. */
    public Date warningAt(DelegateExecution execution) {
        return next(execution, Promise::warnAt);
    }

    /** When the next promise breaks. */
    public Date dueAt(DelegateExecution execution) {
        return next(execution, Promise::dueAt);
    }

    private Date next(DelegateExecution execution, Function<Promise, Instant> moment) {
        long ticket = tickets.get(ticketOf(execution)).id();
        return Date.from(clocks.read(ticket)
                .nextDue()
                .map(moment)
                .orElseGet(() -> clock.instant().plus(NEVER)));
    }
}
