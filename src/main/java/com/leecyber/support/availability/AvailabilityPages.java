package com.leecyber.support.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page of availability shows; every figure is computed from the raw intervals when somebody asks. */
@Component
@Transactional(readOnly = true)
class AvailabilityPages {

    private final DowntimeRecords records;
    private final HardwareCases hardware;
    private final LineNames names;
    private final AvailabilitySettings settings;
    private final Clock clock;

    AvailabilityPages(
            DowntimeRecords records,
            HardwareCases hardware,
            LineNames names,
            AvailabilitySettings settings,
            Clock clock) {
        this.records = records;
        this.hardware = hardware;
        this.names = names;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A month or a year.
     *
     * @param asked the moment of the question: open intervals run until then
     * @param next the period after it; null when that has not begun
     * @param summaries the figures of the platform: of the month and its year, or of the year
     */
    record Page(
            Period period,
            Instant asked,
            Period next,
            List<Summary> summaries,
            List<Line> lines,
            List<MonthBar> months,
            List<Used> causes,
            List<Entry> downtimes,
            List<HardwareCase> hardware) {}

    /** The figures of a period, and whether it still runs. */
    record Summary(Period period, Figure figure, boolean running) {}

    /**
     * One line of the table and of the plot.
     *
     * @param code {@code platform}, {@code whole}, or {@code service:} and its code
     */
    record Line(String code, String name, Figure figure, Strip strip) {}

    /** What used the budget, with its link or null. */
    record Used(String reference, String link, Duration used, String share) {}

    /**
     * An interval.
     *
     * @param link to what is behind it, or null
     * @param service its name
     * @param lasted how much of it lies within the period
     */
    record Entry(Downtime downtime, String link, String service, Duration lasted) {}

    YearMonth currentMonth() {
        return YearMonth.from(clock.instant().atZone(settings.zone()));
    }

    Page page(Period period, Locale language) {
        Instant now = clock.instant();
        List<Period> months = period.twelveMonths().stream()
                .filter(month -> !month.first().isAfter(currentMonth()))
                .toList();
        Period year = period.inYear();
        Instant earliest = earlier(year, months.get(0)).in(zone()).from();
        List<Downtime> known =
                records.within(new Interval(earliest, year.in(zone()).to()));
        Figures figures = figures(period, now, known);
        return new Page(
                period,
                now,
                period.next().first().isAfter(currentMonth()) ? null : period.next(),
                Stream.of(period, year)
                        .distinct()
                        .map(each -> summary(each, now, known))
                        .toList(),
                lines(period, figures, language),
                MonthBar.of(platform(months, now, known)),
                causes(figures),
                entries(figures, language),
                hardware.within(period.in(zone())));
    }

    private Summary summary(Period period, Instant now, List<Downtime> known) {
        Figures figures = figures(period, now, known);
        return new Summary(
                period, figures.platform(), now.isBefore(figures.period().to()));
    }

    private Map<Period, Figure> platform(List<Period> months, Instant now, List<Downtime> known) {
        Map<Period, Figure> platform = new LinkedHashMap<>();
        months.forEach(month -> platform.put(month, figures(month, now, known).platform()));
        return platform;
    }

    private List<Line> lines(Period period, Figures figures, Locale language) {
        Stream<Line> platform = Stream.of(
                line("platform", names.platform(language), period, figures.platform()),
                line("whole", names.of(null, language), period, figures.wholePlatform()));
        Stream<String> services =
                Stream.concat(names.codes(), figures.servicesDown()).distinct();
        return Stream.concat(
                        platform,
                        services.map(code ->
                                line("service:" + code, names.of(code, language), period, figures.service(code))))
                .toList();
    }

    private Line line(String code, String name, Period period, Figure figure) {
        return new Line(code, name, figure, Strip.of(period, zone(), figure));
    }

    private List<Used> causes(Figures figures) {
        long budget = Math.max(1, figures.platform().budget().toMillis());
        return figures.causes().stream()
                .map(cause -> new Used(
                        cause.reference(),
                        CauseLink.of(cause.reference()),
                        cause.used(),
                        cause.used().toMillis() * 100 / budget + "%"))
                .toList();
    }

    private List<Entry> entries(Figures figures, Locale language) {
        Interval elapsed = Figure.elapsed(figures.period(), figures.now());
        return figures.downtimes().stream()
                .filter(downtime -> downtime.interval().from().isBefore(elapsed.to())
                        && downtime.interval().to().isAfter(elapsed.from()))
                .map(downtime -> entry(downtime, elapsed, language))
                .toList();
    }

    private Entry entry(Downtime downtime, Interval period, Locale language) {
        return new Entry(
                downtime,
                CauseLink.of(downtime.reference()),
                names.of(downtime.service(), language),
                downtime.interval().within(period).map(Interval::length).orElse(Duration.ZERO));
    }

    private Figures figures(Period period, Instant now, List<Downtime> known) {
        return new Figures(period.in(zone()), now, known, settings);
    }

    private ZoneId zone() {
        return settings.zone();
    }

    private static Period earlier(Period one, Period other) {
        return one.first().isBefore(other.first()) ? one : other;
    }
}
