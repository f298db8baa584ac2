package com.leecyber.support.report;

import com.leecyber.support.report.BreachFigures.By;
import com.leecyber.support.report.BreachFigures.Sum;
import com.leecyber.support.report.Report.Topic;
import com.leecyber.support.report.Table.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Broken promises with what their time went into (R3.2, R5.4b). */
@Component
class BreachReport {

    private static final List<String> PHASES = List.of("untouched", "worked", "waited");

    private final BreachFigures figures;

    BreachReport(BreachFigures figures) {
        this.figures = figures;
    }

    Report of(Selection selection, Words words) {
        Map<By, Map<String, Sum>> counted = figures.of(selection);
        List<Section> sections = new ArrayList<>();
        counted.forEach((by, sums) -> sums.keySet().stream()
                .findAny()
                .ifPresent(some -> sections.add(new Section(
                        code(by),
                        words.say("report.breach.by." + by),
                        by == By.CAUSE ? words.say("report.cause.hint") : null,
                        by == By.WEEK ? plot(sums, words) : null,
                        table(by, sums, words)))));
        return new Report(Topic.BREACHES, words.say("report.breaches.definition"), sections, "breaches.csv");
    }

    private static Table table(By by, Map<String, Sum> sums, Words words) {
        List<Line> lines = new ArrayList<>();
        sums.forEach((code, sum) -> lines.add(new Line(
                "breach-" + code(by) + ":" + code,
                label(by, code, words),
                null,
                Bar.of(
                        sum.untouched() + sum.worked() + sum.waited(),
                        PHASES,
                        sum.untouched(),
                        sum.worked(),
                        sum.waited()),
                List.of(
                        ResponseReport.cell(sum.breaches(), words),
                        ResponseReport.cell(sum.kept(), words),
                        ResponseReport.cell(sum.breaches() - sum.kept(), words),
                        ResponseReport.span(sum.meanLate(), words),
                        ResponseReport.span(sum.untouched(), words),
                        ResponseReport.span(sum.worked(), words),
                        ResponseReport.span(sum.waited(), words)))));
        return new Table(
                code(by),
                words.say("report.breach.head." + by),
                List.of(
                        words.say("report.breach.count"),
                        words.say("report.breach.kept"),
                        words.say("report.breach.never"),
                        words.say("report.breach.mean"),
                        words.say("report.untouched"),
                        words.say("report.worked"),
                        words.say("report.waited")),
                lines,
                true,
                PHASES.stream()
                        .map(phase -> new Plot.Name(phase, words.say("report." + phase)))
                        .toList());
    }

    private static Plot plot(Map<String, Sum> weeks, Words words) {
        List<Plot.Data> data = new ArrayList<>();
        weeks.forEach((week, sum) -> data.add(new Plot.Data(
                words.shortDay(LocalDate.parse(week)),
                label(By.WEEK, week, words) + ": " + words.count(sum.breaches()),
                sum.breaches())));
        return Plot.of(
                words.say("report.breach.plot"),
                List.of(new Plot.Name("breached", words.say("report.breach.count"))),
                data,
                words);
    }

    private static String label(By by, String code, Words words) {
        return switch (by) {
            case ALL -> words.say("report.all-breaches");
            case KIND -> words.name("PromiseKind", code);
            case CAUSE -> words.name("Cause", code);
            case LINE -> words.name("Line", code);
            case TYPE -> words.name("TicketType", code);
            case SERVICE -> words.name("Service", code);
            case WEEK -> words.say("report.week", words.day(LocalDate.parse(code)));
        };
    }

    private static String code(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
