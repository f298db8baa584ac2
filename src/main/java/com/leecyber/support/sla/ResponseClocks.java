package com.leecyber.support.sla;

import com.leecyber.support.sla.ClockFact.Closed;
import com.leecyber.support.sla.ClockFact.CustomerAnswered;
import com.leecyber.support.sla.ClockFact.Escalated;
import com.leecyber.support.sla.ClockFact.HardwareFaultDetected;
import com.leecyber.support.sla.ClockFact.HardwareRepaired;
import com.leecyber.support.sla.ClockFact.InformationRequested;
import com.leecyber.support.sla.ClockFact.Registered;
import com.leecyber.support.sla.ClockFact.Responded;
import com.leecyber.support.sla.ClockFact.ReturnedToFirstLine;
import com.leecyber.support.sla.ClockFact.WindowCorrected;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tickets' response clocks: what happened is added, what is owed is read.
 *
 * <p>Every method joins the caller's transaction, so that a fact and the change that it tells of are stored together or
 * not at all. Moments are kept in whole milliseconds.
 */
@Service
@Transactional
public class ResponseClocks {

    private final ClockFacts facts;
    private final DeadlineNotices notices;
    private final SlaSettings settings;
    private final Clock clock;

    ResponseClocks(ClockFacts facts, DeadlineNotices notices, SlaSettings settings, Clock clock) {
        this.facts = facts;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts a ticket's clock at its registration (R3.2), with one insert. */
    public void start(long ticketId, Instant at, ResponseWindow window) {
        facts.addFirst(ticketId, new Registered(millis(at), window));
    }

    /** Applies another window from registration, unless the first response was given or missed already (R3.2, R4.1). */
    public void correctWindow(long ticketId, Instant at, ResponseWindow window) {
        facts.add(ticketId, new WindowCorrected(millis(at), window));
    }

    /** Settles every owed response: a person caused a message to the customer (R3.2). */
    public void responded(long ticketId, Instant at, String by) {
        facts.add(ticketId, new Responded(millis(at), by));
    }

    /** As {@link #responded}; and from then on the customer has the word (R5.2). */
    public void informationRequested(long ticketId, Instant at, String by) {
        facts.add(ticketId, new InformationRequested(millis(at), by));
    }

    /** Opens a follow-up when the customer had the word; otherwise changes nothing (R5.2). */
    public void customerAnswered(long ticketId, Instant at) {
        facts.add(ticketId, new CustomerAnswered(millis(at)));
    }

    /** Opens the second line's response (R5.3). */
    public void escalated(long ticketId, Instant at, ResponseWindow window) {
        facts.add(ticketId, new Escalated(millis(at), window));
    }

    /** Opens a follow-up, unless a response is still owed: that one keeps its deadline (R5.3). */
    public void returnedToFirstLine(long ticketId, Instant at, ResponseWindow window) {
        facts.add(ticketId, new ReturnedToFirstLine(millis(at), window));
    }

    /**
     * Opens the repair, counted from the detection (R5.4b).
     *
     * @param detectedAt when the fault was detected
     * @param at when that is recorded
     * @throws IllegalArgumentException if the detection lies after its recording
     */
    public void hardwareFaultDetected(long ticketId, Instant detectedAt, Instant at) {
        facts.add(ticketId, new HardwareFaultDetected(millis(at), millis(detectedAt), settings.hardwareWindow()));
    }

    /** Settles the repair (R5.4b). */
    public void hardwareRepaired(long ticketId, Instant at) {
        facts.add(ticketId, new HardwareRepaired(millis(at)));
    }

    /** Stops the ticket's clock: what is still owed falls away, what was missed stays missed (R5.4c). */
    public void closed(long ticketId, Instant at) {
        facts.add(ticketId, new Closed(millis(at)));
    }

    /** What the ticket's facts amount to now; empty when its clock was never started. */
    @Transactional(readOnly = true)
    public ClockReading read(long ticketId) {
        return readAt(ticketId, now());
    }

    /**
     * Everything that was recorded for some tickets, with one query.
     *
     * @param ticketIds not empty; a ticket whose clock was never started is missing in the answer
     */
    @Transactional(readOnly = true)
    public Map<Long, List<ClockFact>> histories(Collection<Long> ticketIds) {
        return facts.of(ticketIds);
    }

    /**
     * The repairs of hardware faults that were detected within a stretch of time, as they stand now, by ticket (R5.4b).
     *
     * @param from the first moment
     * @param to the first moment after it
     */
    @Transactional(readOnly = true)
    public Map<Long, List<Promise>> repairs(Instant from, Instant to) {
        List<Long> tickets = facts.withFaultDetected(from, to);
        Map<Long, List<Promise>> repairs = new TreeMap<>();
        if (!tickets.isEmpty()) {
            Instant now = now();
            facts.of(tickets)
                    .forEach((ticket, history) -> repairs.put(
                            ticket,
                            ResponseClock.read(history, now).promises().stream()
                                    .filter(promise -> promise.kind() == PromiseKind.HARDWARE_REPAIR
                                            && !promise.startedAt().isBefore(from)
                                            && promise.startedAt().isBefore(to))
                                    .toList()));
        }
        return repairs;
    }

    /**
     * Notes the promises whose warning is due: owed, in time, and past their warning moment.
     *
     * @return those noted by this call; a promise is returned once ever
     */
    public List<Promise> noteWarnings(long ticketId) {
        Instant now = now();
        return note(
                ticketId,
                DeadlineNotices.Kind.WARNING,
                now,
                promise -> promise.owed()
                        && promise.verdict() == Verdict.OPEN
                        && !promise.warnAt().isAfter(now));
    }

    /**
     * Notes the promises whose deadline was missed, those that were kept late included.
     *
     * @return those noted by this call; a promise is returned once ever
     */
    public List<Promise> noteBreaches(long ticketId) {
        Instant now = now();
        return note(ticketId, DeadlineNotices.Kind.BREACH, now, promise -> promise.isBrokenAt(now));
    }

    private List<Promise> note(long ticketId, DeadlineNotices.Kind kind, Instant now, Predicate<Promise> due) {
        return readAt(ticketId, now).promises().stream()
                .filter(due)
                .filter(promise -> notices.noteFirst(ticketId, promise, kind, now))
                .toList();
    }

    private ClockReading readAt(long ticketId, Instant now) {
        return ResponseClock.read(facts.of(ticketId), now);
    }

    private Instant now() {
        return millis(clock.instant());
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
