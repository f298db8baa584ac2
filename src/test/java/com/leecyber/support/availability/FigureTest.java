package com.leecyber.support.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of one month, by hand. */
class FigureTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final AvailabilitySettings SETTINGS = new AvailabilitySettings(new BigDecimal("0.9998"), MOSCOW);
    private static final Interval NOVEMBER =
            Period.month(YearMonth.of(2026, 11)).in(MOSCOW);
    private static final Instant AFTERWARDS = Instant.parse("2027-01-01T00:00:00Z");

    private final Notation russian = new Notation(MOSCOW, RUSSIAN);

    @Test
    void thirtyDaysHaveEightMinutesAndThirtyEightSeconds() {
        Figure figure = Figure.of(NOVEMBER, AFTERWARDS, List.of(), SETTINGS);

        assertThat(figure.budget()).isEqualTo(Duration.ofMillis(518_400));
        assertThat(russian.span(figure.budget())).isEqualTo("8\u00a0мин 38\u00a0с");
        assertThat(figure.available()).isEqualByComparingTo("100");
        assertThat(figure.isKept()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "518400, 99.9800, true, '99,9800\u00a0%'",
        // One millisecond more is 99.97999996 %: it must not look like the target.
        "518401, 99.9799, false, '99,9799\u00a0%'",
        "1, 99.9999, true, '99,9999\u00a0%'",
        "2592000000, 0.0000, false, '0,0000\u00a0%'"
    })
    void aFigureNeverLooksBetterThanItIs(long millisecondsDown, String percent, boolean kept, String shown) {
        Figure figure = Figure.of(NOVEMBER, AFTERWARDS, List.of(down(NOVEMBER.from(), millisecondsDown)), SETTINGS);

        assertThat(figure.available()).isEqualTo(new BigDecimal(percent));
        assertThat(figure.isKept()).isEqualTo(kept);
        assertThat(russian.percent(figure.available())).isEqualTo(shown);
    }

    @Test
    void aRunningMonthIsMeasuredByTheTimePassedAndHasTheWholeBudget() {
        Instant now = NOVEMBER.from().plus(Duration.ofDays(10));
        Downtime lasting = new Downtime(1, "MI-1", null, new Interval(now.minusSeconds(864), null), null);

        Figure figure = Figure.of(NOVEMBER, now, List.of(lasting), SETTINGS);

        assertThat(figure.elapsed()).isEqualTo(Duration.ofDays(10));
        assertThat(figure.down()).isEqualTo(Duration.ofSeconds(864));
        assertThat(figure.available()).isEqualTo(new BigDecimal("99.9000"));
        assertThat(figure.left()).isEqualTo(Duration.ofMillis(518_400 - 864_000));
        assertThat(Figure.of(NOVEMBER, NOVEMBER.from(), List.of(lasting), SETTINGS)
                        .available())
                .isEqualByComparingTo("100");
    }

    @Test
    void whatIsExcludedCountsWhereSomethingElseHappenedAtTheSameTime() {
        ExclusionDecision attack =
                new ExclusionDecision(1, "FORCE_MAJEURE", "R7.2.5", "exclusion:1", "DDoS", "vera", AFTERWARDS);
        Interval excluded = down(NOVEMBER.from(), 600_000).interval();
        Downtime own = down(NOVEMBER.from().plusSeconds(540), 120_000);

        Figure figure = Figure.of(
                NOVEMBER, AFTERWARDS, List.of(new Downtime(2, "MI-2", null, excluded, attack), own), SETTINGS);

        assertThat(figure.down()).isEqualTo(Duration.ofMinutes(2));
        assertThat(figure.downInAll()).isEqualTo(Duration.ofMinutes(11));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13, ''",
        "2026-1, ''",
        "november, ''",
        "2027-01, ''",
        "1999-12, ''",
        "'', 2027",
        "'', x",
        "'', 99999999999",
        "'', -2026",
        "+999999999-01, ''"
    })
    void whatIsNoPeriodOrHasNotBegunIsNotThere(String month, String year) {
        assertThatThrownBy(() -> Period.asked(month, year, YearMonth.of(2026, 11)))
                .isInstanceOf(NoSuchPeriod.class);
    }

    @Test
    void twelveMonthsEndWithTheOneThatWasAskedFor() {
        assertThat(Period.month(YearMonth.of(2026, 3)).twelveMonths())
                .extracting(Period::code)
                .startsWith("2025-04")
                .endsWith("2026-03")
                .hasSize(12);
        assertThat(Period.year(2026).twelveMonths())
                .extracting(Period::code)
                .startsWith("2026-01")
                .endsWith("2026-12");
    }

    @Test
    void oneBadMonthLeavesTheOthersVisible() {
        Period bad = Period.month(YearMonth.of(2026, 11));
        Period good = Period.month(YearMonth.of(2026, 10));
        List<MonthBar> bars = MonthBar.of(Map.of(
                bad, Figure.of(NOVEMBER, AFTERWARDS, List.of(down(NOVEMBER.from(), 36_000_000)), SETTINGS)));

        assertThat(bars).singleElement().satisfies(bar -> {
            assertThat(bar.broken()).isTrue();
            assertThat(bar.counted()).isEqualTo("100.0000%");
            assertThat(bar.budget()).isEqualTo("25.0000%");
        });
        assertThat(MonthBar.of(Map.of(good, Figure.of(good.in(MOSCOW), AFTERWARDS, List.of(), SETTINGS))))
                .singleElement()
                .satisfies(bar -> assertThat(bar.budget()).isEqualTo("80.0000%"));
    }

    @ParameterizedTest
    @CsvSource({"0", "1.0001", "-0.5"})
    void aTargetThatIsNoShareDoesNotStart(BigDecimal target) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AvailabilitySettings(target, MOSCOW));
    }

    private static Downtime down(Instant from, long milliseconds) {
        return new Downtime(1, "MI-1", "docs", new Interval(from, from.plusMillis(milliseconds)), null);
    }
}
