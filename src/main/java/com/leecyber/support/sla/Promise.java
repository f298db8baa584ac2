package com.leecyber.support.sla;

import java.time.Instant;

/**
 * One thing that the desk owes a customer by a moment.
 *
 * <p><b>Owed</b> and <b>verdict</b> answer two questions. A promise is owed until a fact settles it, late or not: timers,
 * the task's due date and {@link ClockReading#nextDue()} follow what is owed. The verdict says how it stands against the
 * deadline, and closes at the deadline or at the settling, whichever is first. So an overdue, unanswered promise is
 * {@link Verdict#BREACHED} and still owed. A closed verdict and its deadline never change.
 *
 * @param number counts the ticket's promises from 1 in the order in which they were made; never changes
 * @param kind what is owed
 * @param startedAt from when the window is counted
 * @param warnAt when the shift lead is to be warned
 * @param dueAt the deadline; keeping the promise at this very moment is in time
 * @param verdict how it stands at the moment of reading
 * @param settledAt when it was kept or fell away, or null while it is owed
 * @param clause the regulation's clause that the promise comes from
 */
public record Promise(
        int number,
        PromiseKind kind,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        Verdict verdict,
        Instant settledAt,
        String clause) {

    static Promise made(int number, PromiseKind kind, Instant startedAt, ResponseWindow window) {
        return new Promise(
                number,
                kind,
                startedAt,
                window.warningAfter(startedAt),
                window.dueAfter(startedAt),
                Verdict.OPEN,
                null,
                window.clause());
    }

    /** Whether the desk has yet to keep this promise, be it in time or overdue. */
    public boolean owed() {
        return settledAt == null;
    }

    /**
     * Whether it is broken at a moment that is not before anything settled it.
     *
     * <p>A promise still owed at the very millisecond of its deadline counts as broken: that is when its timer rings, and the
     * timer does not ring twice.
     */
    public boolean isBrokenAt(Instant now) {
        return verdict == Verdict.BREACHED || (owed() && !dueAt.isAfter(now));
    }

    boolean owedAt(Instant moment) {
        return !startedAt.isAfter(moment) && (owed() || settledAt.isAfter(moment));
    }

    boolean overdueAt(Instant moment) {
        return dueAt.isBefore(moment);
    }

    Promise kept(Instant at) {
        return settled(at, overdueAt(at) ? Verdict.BREACHED : Verdict.MET);
    }

    Promise droppedAtClosure(Instant at) {
        return settled(at, overdueAt(at) ? Verdict.BREACHED : Verdict.RELEASED);
    }

    Promise seenAt(Instant now) {
        return owed() && overdueAt(now) ? judged(Verdict.BREACHED, null) : this;
    }

    private Promise settled(Instant at, Verdict reached) {
        return owed() ? judged(reached, at) : this;
    }

    private Promise judged(Verdict reached, Instant settledAt) {
        return new Promise(number, kind, startedAt, warnAt, dueAt, reached, settledAt, clause);
    }
}
