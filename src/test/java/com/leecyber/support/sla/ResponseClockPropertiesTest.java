package com.leecyber.support.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.sla.ClockFact.Closed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for every ticket, whatever happens to it. */
class ResponseClockPropertiesTest {

    @Property
    @Label("R5.4a: the explained intervals join without gap or overlap and add up to the ticket's whole time")
    void explainsEveryMoment(
            @ForAll("histories") List<ClockFact> history, @ForAll @LongRange(max = 10_000) long minutesLater) {
        Instant now = lastMoment(history).plus(Duration.ofMinutes(minutesLater));
        Instant end = closure(history).orElse(now);

        List<Interval> intervals = ResponseClock.read(history, now).intervals();

        Instant reached = Histories.REGISTERED;
        Duration sum = Duration.ZERO;
        for (Interval interval : intervals) {
            assertThat(interval.from()).isEqualTo(reached);
            assertThat(interval.to()).isAfter(reached);
            reached = interval.to();
            sum = sum.plus(interval.length());
        }
        assertThat(reached).isEqualTo(end);
        assertThat(sum).isEqualTo(Duration.between(Histories.REGISTERED, end));
    }

    @Property
    @Label("R3.2: a closed verdict and its deadline never change, whatever happens afterwards")
    void neverMovesAClosedVerdict(@ForAll("histories") List<ClockFact> history) {
        Instant end = lastMoment(history).plus(Duration.ofDays(1));
        List<Promise> last = ResponseClock.read(history, end).promises();

        IntStream.range(1, history.size()).forEach(known -> {
            List<ClockFact> prefix = history.subList(0, known);
            // As late as that history was all that was known.
            Instant now = lastMoment(history.subList(0, known + 1));
            for (Promise then : ResponseClock.read(prefix, now).promises()) {
                Promise later = last.get(then.number() - 1);
                assertThat(later.kind()).isEqualTo(then.kind());
                assertThat(later.startedAt()).isEqualTo(then.startedAt());
                if (then.verdict() != Verdict.OPEN) {
                    assertThat(later.dueAt()).isEqualTo(then.dueAt());
                    assertThat(later.warnAt()).isEqualTo(then.warnAt());
                    assertThat(later.verdict()).isEqualTo(then.verdict());
                }
            }
        });
    }

    @Property
    @Label("R3.2: a promise is settled once, and reads the same ever after")
    void settlesOnce(@ForAll("histories") List<ClockFact> history) {
        List<Promise> last = ResponseClock.read(history, lastMoment(history)).promises();

        IntStream.rangeClosed(1, history.size())
                .mapToObj(known -> history.subList(0, known))
                .flatMap(prefix -> ResponseClock.read(prefix, lastMoment(prefix)).promises().stream())
                .filter(promise -> !promise.owed())
                .forEach(settled -> assertThat(last.get(settled.number() - 1)).isEqualTo(settled));
    }

    @Property
    @Label("R3.2: what is settled reads the same at any moment; what is owed changes its verdict only")
    void readsTheSameAtAnyMoment(
            @ForAll("histories") List<ClockFact> history, @ForAll @LongRange(min = -5_000, max = 50_000) long minutes) {
        List<Promise> atTheEnd =
                ResponseClock.read(history, lastMoment(history)).promises();
        List<Promise> atAnotherTime = ResponseClock.read(
                        history, lastMoment(history).plus(Duration.ofMinutes(minutes)))
                .promises();

        assertThat(atAnotherTime)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("verdict")
                .isEqualTo(atTheEnd);
        assertThat(atAnotherTime.stream().filter(promise -> !promise.owed()))
                .containsExactlyElementsOf(
                        atTheEnd.stream().filter(promise -> !promise.owed()).toList());
    }

    @Property
    @Label("R3.2: the verdict is what the deadline and the settling say")
    void judgesByTheDeadline(
            @ForAll("histories") List<ClockFact> history, @ForAll @LongRange(max = 1_000) long minutesLater) {
        Instant now = lastMoment(history).plus(Duration.ofMinutes(minutesLater));

        for (Promise promise : ResponseClock.read(history, now).promises()) {
            Instant judgedAt = promise.owed() ? now : promise.settledAt();
            assertThat(promise.verdict() == Verdict.BREACHED).isEqualTo(judgedAt.isAfter(promise.dueAt()));
            assertThat(promise.verdict() == Verdict.OPEN)
                    .isEqualTo(promise.owed() && !judgedAt.isAfter(promise.dueAt()));
            assertThat(promise.warnAt()).isBetween(promise.startedAt(), promise.dueAt());
        }
    }

    @Property
    @Label("R5.4a, R5.4c: the next deadline is the earliest owed one, and a closed ticket has none")
    void namesTheMostUrgent(@ForAll("histories") List<ClockFact> history) {
        ClockReading reading = ResponseClock.read(history, lastMoment(history));

        assertThat(reading.nextDue().map(Promise::dueAt))
                .isEqualTo(reading.promises().stream()
                        .filter(Promise::owed)
                        .map(Promise::dueAt)
                        .sorted()
                        .findFirst());
        if (closure(history).isPresent()) {
            assertThat(reading.nextDue()).isEmpty();
        }
    }

    @Property
    @Label("No order of facts is too odd to be read")
    void readsAnything(
            @ForAll("anything") List<ClockFact> facts, @ForAll @LongRange(min = -50_000, max = 50_000) long minutes) {
        ClockReading reading = ResponseClock.read(facts, Histories.REGISTERED.plus(Duration.ofMinutes(minutes)));

        assertThat(reading.promises().isEmpty())
                .isEqualTo(facts.stream().noneMatch(fact -> fact instanceof ClockFact.Registered));
    }

    @Provide
    Arbitrary<List<ClockFact>> histories() {
        return Histories.afterRegistration();
    }

    @Provide
    Arbitrary<List<ClockFact>> anything() {
        return Histories.anything();
    }

    private static Instant lastMoment(List<ClockFact> history) {
        return history.stream().map(ClockFact::at).max(Instant::compareTo).orElseThrow();
    }

    /** Time never goes back, so a ticket is closed at the latest moment known until then. */
    private static Optional<Instant> closure(List<ClockFact> history) {
        return IntStream.range(0, history.size())
                .filter(index -> history.get(index) instanceof Closed)
                .mapToObj(index -> lastMoment(history.subList(0, index + 1)))
                .findFirst();
    }
}
