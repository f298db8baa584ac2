package com.leecyber.support.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for all intervals, compared with somebody who paints each second. */
class IntervalsPropertiesTest {

    private static final Instant DAWN = Instant.parse("2026-11-01T00:00:00Z");
    private static final int SECONDS = 300;

    @Property
    @Label("what overlaps, touches or lasts on is counted once")
    void aUnionHasEveryMomentOnce(@ForAll("intervals") List<Interval> intervals, @ForAll("windows") Interval window) {
        Intervals union = Intervals.of(intervals);

        assertThat(painted(union.stretches(), window)).isEqualTo(painted(intervals, window));
        assertThat(union.within(window).total())
                .isEqualTo(Duration.ofSeconds(painted(intervals, window).cardinality()));
        isInOrder(union);
    }

    @Property
    @Label("what is taken away is gone, and the rest is left")
    void aDifferenceLacksWhatWasTakenAway(
            @ForAll("intervals") List<Interval> some,
            @ForAll("intervals") List<Interval> others,
            @ForAll("windows") Interval window) {
        Intervals difference = Intervals.of(some).without(Intervals.of(others));

        BitSet expected = painted(some, window);
        expected.andNot(painted(others, window));
        assertThat(painted(difference.stretches(), window)).isEqualTo(expected);
        assertThat(difference.within(window).total()).isEqualTo(Duration.ofSeconds(expected.cardinality()));
        isInOrder(difference);
    }

    @Property
    @Label("the order in which intervals are named changes nothing")
    void theOrderMeansNothing(@ForAll("intervals") List<Interval> intervals) {
        List<Interval> sorted = intervals.stream()
                .sorted((one, other) -> other.to().compareTo(one.to()))
                .toList();

        assertThat(Intervals.of(sorted)).isEqualTo(Intervals.of(intervals));
    }

    @Provide
    Arbitrary<List<Interval>> intervals() {
        Arbitrary<Interval> closed = Combinators.combine(
                        second(), Arbitraries.integers().between(0, 60))
                .as((from, length) -> new Interval(from, from.plusSeconds(length)));
        Arbitrary<Interval> open = second().map(from -> new Interval(from, null));
        return Arbitraries.frequencyOf(Tuple.of(9, closed), Tuple.of(1, open))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Interval> windows() {
        return Combinators.combine(second(), second())
                .as((one, other) -> one.isBefore(other) ? new Interval(one, other) : new Interval(other, one));
    }

    private static Arbitrary<Instant> second() {
        return Arbitraries.integers().between(0, SECONDS).map(DAWN::plusSeconds);
    }

    private static BitSet painted(List<Interval> intervals, Interval window) {
        BitSet seconds = new BitSet();
        for (int second = 0; second <= SECONDS + 60; second++) {
            Instant moment = DAWN.plusSeconds(second);
            seconds.set(second, has(window, moment) && intervals.stream().anyMatch(interval -> has(interval, moment)));
        }
        return seconds;
    }

    private static boolean has(Interval interval, Instant moment) {
        return !moment.isBefore(interval.from()) && moment.isBefore(interval.to());
    }

    private static void isInOrder(Intervals intervals) {
        Instant last = Instant.MIN;
        for (Interval stretch : intervals.stretches()) {
            assertThat(stretch.from()).isAfter(last);
            assertThat(stretch.to()).isAfter(stretch.from());
            last = stretch.to();
        }
    }
}
