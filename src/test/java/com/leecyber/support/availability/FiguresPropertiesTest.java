package com.leecyber.support.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The figures of months with and without DST nights, compared with somebody who paints each minute of the month. */
class FiguresPropertiesTest {

    private static final BigDecimal TARGET = new BigDecimal("0.9998");

    /**
     * A month somewhere, and what was not available around its beginning, its end and its DST nights.
     *
     * @param hours how long it lasts by the clocks on its walls
     */
    record Case(ZoneId zone, YearMonth month, int hours, List<Downtime> downtimes, Instant now) {

        Figures figures() {
            return new Figures(Period.month(month).in(zone), now, downtimes, new AvailabilitySettings(TARGET, zone));
        }

        long minutesDown(Predicate<Downtime> which) {
            // The beginning by the wall clock: no zone of these cases changes its clocks at midnight.
            Instant first = month.atDay(1).atStartOfDay(zone).toInstant();
            return LongStream.range(0, hours * 60L)
                    .mapToObj(minute -> first.plusSeconds(minute * 60))
                    .filter(moment -> moment.isBefore(now))
                    .filter(moment -> downtimes.stream()
                            .filter(which)
                            .anyMatch(downtime -> downtime.interval()
                                    .within(new Interval(moment, moment.plusSeconds(1)))
                                    .isPresent()))
                    .count();
        }
    }

    private record Place(String zone, String month, int hours) {}

    private static final List<Place> PLACES = List.of(
            new Place("Europe/Berlin", "2026-03", 743),
            new Place("Europe/Berlin", "2026-10", 745),
            new Place("America/New_York", "2026-03", 743),
            new Place("America/New_York", "2026-11", 721),
            new Place("Europe/Moscow", "2026-11", 720),
            new Place("Europe/Moscow", "2024-02", 696));

    @Property(tries = 60)
    @Label("R7.1: a month is as long as its clocks say, and every minute without service is counted once")
    void everyMinuteIsCountedOnce(@ForAll("cases") Case month) {
        Figures figures = month.figures();
        Predicate<Downtime> counts = downtime -> !downtime.isExcluded();

        assertThat(figures.period().length()).isEqualTo(Duration.ofHours(month.hours()));
        assertThat(figures.platform().down()).isEqualTo(Duration.ofMinutes(month.minutesDown(counts)));
        assertThat(figures.platform().downInAll()).isEqualTo(Duration.ofMinutes(month.minutesDown(every -> true)));
        assertThat(figures.service("docs").down())
                .isEqualTo(Duration.ofMinutes(month.minutesDown(counts.and(downtime -> downtime.concerns("docs")))));
        assertThat(figures.wholePlatform().downInAll())
                .isEqualTo(Duration.ofMinutes(month.minutesDown(downtime -> downtime.service() == null)));
    }

    @Property(tries = 100)
    @Label("what the causes used adds up to what the platform was down")
    void theCausesAddUp(@ForAll("cases") Case month) {
        Duration used =
                month.figures().causes().stream().map(Figures.Cause::used).reduce(Duration.ZERO, Duration::plus);

        assertThat(used).isEqualTo(month.figures().platform().down());
    }

    @Property(tries = 100)
    @Label("R7.2: excluding an interval never makes a figure worse, and never changes the one without exclusions")
    void excludingNeverHurts(@ForAll("cases") Case month, @ForAll int which) {
        List<Downtime> downtimes = month.downtimes();
        if (downtimes.isEmpty()) {
            return;
        }
        Downtime chosen = downtimes.get(Math.floorMod(which, downtimes.size()));
        List<Downtime> after = downtimes.stream()
                .map(downtime -> downtime.equals(chosen) ? excluded(downtime) : downtime)
                .toList();
        Figure before = month.figures().platform();
        Figure then = new Case(month.zone(), month.month(), month.hours(), after, month.now())
                .figures()
                .platform();

        assertThat(then.down()).isLessThanOrEqualTo(before.down());
        assertThat(then.available()).isGreaterThanOrEqualTo(before.available());
        assertThat(then.downInAll()).isEqualTo(before.downInAll());
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(PLACES).flatMap(place -> {
            ZoneId zone = ZoneId.of(place.zone());
            YearMonth month = YearMonth.parse(place.month());
            return Combinators.combine(downtimes(zone, month), minute(zone, month, -1, 45 * 24 * 60))
                    .as((downtimes, now) -> new Case(
                            zone,
                            month,
                            place.hours(),
                            downtimes,
                            now.isBefore(begin(zone, month)) ? begin(zone, month) : now));
        });
    }

    private static Arbitrary<List<Downtime>> downtimes(ZoneId zone, YearMonth month) {
        Arbitrary<Instant> anywhere = minute(zone, month, -2 * 24 * 60, 33 * 24 * 60);
        // Clocks change on a Sunday between one and three.
        Arbitrary<Instant> nights = Combinators.combine(
                        Arbitraries.integers().between(1, month.lengthOfMonth()),
                        Arbitraries.integers().between(0, 300))
                .as((day, minute) -> LocalDateTime.of(month.getYear(), month.getMonth(), day, 0, 0)
                        .plusMinutes(minute)
                        .atZone(zone)
                        .toInstant());
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 4_000).injectNull(0.1);
        Arbitrary<String> service = Arbitraries.of("docs", "projects", "api").injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.oneOf(anywhere, nights),
                        length,
                        service,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 4))
                .as((from, minutes, code, excluded, cause) -> {
                    Interval interval = new Interval(from, minutes == null ? null : from.plusSeconds(minutes * 60L));
                    Downtime downtime = new Downtime(0, "MI-" + cause, code, interval, null);
                    return excluded ? excluded(downtime) : downtime;
                })
                .list()
                .ofMaxSize(10)
                .map(FiguresPropertiesTest::numbered);
    }

    private static List<Downtime> numbered(List<Downtime> downtimes) {
        List<Downtime> sorted = downtimes.stream()
                .sorted(Comparator.comparing(downtime -> downtime.interval().from()))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(number -> {
                    Downtime one = sorted.get(number);
                    return new Downtime(number, one.reference(), one.service(), one.interval(), one.decision());
                })
                .toList();
    }

    private static Downtime excluded(Downtime downtime) {
        ExclusionDecision decision =
                new ExclusionDecision(1, "FORCE_MAJEURE", "R7.2.5", "exclusion:1", "DDoS", "vera", Instant.EPOCH);
        return new Downtime(downtime.id(), downtime.reference(), downtime.service(), downtime.interval(), decision);
    }

    private static Arbitrary<Instant> minute(ZoneId zone, YearMonth month, int first, int last) {
        return Arbitraries.integers()
                .between(first, last)
                .map(minute -> begin(zone, month).plusSeconds(minute * 60L));
    }

    private static Instant begin(ZoneId zone, YearMonth month) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
