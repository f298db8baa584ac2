package com.leecyber.support.report;

import com.leecyber.support.report.Report.Topic;
import com.leecyber.support.report.ResponseFigures.By;
import com.leecyber.support.report.Table.Cell;
import com.leecyber.support.report.Table.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** First responses within their windows (R3.2), and how often tickets went to the second line (R5.3). */
@Component
class ResponseReport {

    private static final List<String> VERDICTS = List.of("met", "breached", "released");
    private static final List<By> RESPONSES =
            List.of(By.ALL, By.WEEK, By.WINDOW, By.CHANNEL, By.TYPE, By.PRIORITY, By.SERVICE);
    private static final List<By> ESCALATIONS = List.of(By.ALL, By.WEEK, By.TYPE, By.CHANNEL, By.PRIORITY, By.SERVICE);

    private final ResponseFigures figures;

    ResponseReport(ResponseFigures figures) {
        this.figures = figures;
    }

    Report responses(Selection selection, Words words) {
        Map<By, Map<String, Tally>> counted = figures.of(selection);
        List<Section> sections = RESPONSES.stream()
                .map(by -> section(by, responses(by, counted.get(by), words), plot(by, counted.get(by), words), words))
                .toList();
        return new Report(Topic.RESPONSES, words.say("report.responses.definition"), sections, "facts.csv");
    }

    /** The plot of the weeks, for the overview. */
    Section weeks(Map<By, Map<String, Tally>> counted, Words words) {
        return section(
                By.WEEK,
                responses(By.WEEK, counted.get(By.WEEK), words),
                plot(By.WEEK, counted.get(By.WEEK), words),
                words);
    }

    Report escalations(Selection selection, Words words) {
        Map<By, Map<String, Tally>> counted = figures.of(selection);
        List<Section> sections = ESCALATIONS.stream()
                .map(by -> section(
                        by, escalations(by, counted.get(by), words), escalationPlot(by, counted.get(by), words), words))
                .toList();
        return new Report(Topic.ESCALATIONS, words.say("report.escalations.definition"), sections, "facts.csv");
    }

    private static Section section(By by, Table table, Plot plot, Words words) {
        return new Section(
                code(by), words.say("report.by." + by), by == By.WEEK ? words.say("report.weeks") : null, plot, table);
    }

    private static Table responses(By by, Map<String, Tally> counted, Words words) {
        List<Line> lines = new ArrayList<>();
        counted.forEach((code, tally) -> lines.add(new Line(
                code(by) + ":" + code,
                label(by, code, words),
                null,
                Bar.of(tally.licensed(), VERDICTS, tally.met(), tally.breached(), tally.released()),
                List.of(
                        cell(tally.tickets(), words),
                        cell(tally.met(), words),
                        cell(tally.breached(), words),
                        share(tally.met(), tally.judged(), words),
                        cell(tally.released(), words),
                        cell(tally.noLicence(), words)))));
        return new Table(
                code(by),
                words.say("report.head." + by),
                List.of(
                        words.say("report.closed"),
                        words.say("report.met"),
                        words.say("report.breached"),
                        words.say("report.compliance"),
                        words.say("report.released"),
                        words.say("report.no-licence")),
                lines,
                true);
    }

    private static Table escalations(By by, Map<String, Tally> counted, Words words) {
        List<Line> lines = new ArrayList<>();
        counted.forEach((code, tally) -> lines.add(new Line(
                code(by) + ":" + code,
                label(by, code, words),
                null,
                Bar.of(tally.licensed(), List.of("escalated"), tally.escalated()),
                List.of(
                        cell(tally.licensed(), words),
                        cell(tally.escalated(), words),
                        share(tally.escalated(), tally.licensed(), words)))));
        return new Table(
                code(by),
                words.say("report.head." + by),
                List.of(
                        words.say("report.closed-licensed"),
                        words.say("report.escalated"),
                        words.say("report.escalated-share")),
                lines,
                true);
    }

    private static Plot plot(By by, Map<String, Tally> counted, Words words) {
        if (by != By.WEEK || counted.isEmpty()) {
            return null;
        }
        List<Plot.Data> data = new ArrayList<>();
        counted.forEach((week, tally) -> data.add(new Plot.Data(
                words.shortDay(LocalDate.parse(week)),
                label(by, week, words) + ": " + words.percent(tally.met(), tally.judged()),
                tally.met(),
                tally.breached(),
                tally.released())));
        return Plot.of(
                words.say("report.responses.plot"),
                VERDICTS.stream()
                        .map(kind -> new Plot.Name(kind, words.say("report." + kind)))
                        .toList(),
                data,
                words);
    }

    private static Plot escalationPlot(By by, Map<String, Tally> counted, Words words) {
        if (by != By.WEEK || counted.isEmpty()) {
            return null;
        }
        List<Plot.Data> data = new ArrayList<>();
        counted.forEach((week, tally) -> data.add(new Plot.Data(
                words.shortDay(LocalDate.parse(week)),
                label(by, week, words) + ": " + words.percent(tally.escalated(), tally.licensed()),
                tally.escalated(),
                tally.licensed() - tally.escalated())));
        return Plot.of(
                words.say("report.escalations.plot"),
                List.of(
                        new Plot.Name("escalated", words.say("report.escalated")),
                        new Plot.Name("other", words.say("report.not-escalated"))),
                data,
                words);
    }

    private static String label(By by, String code, Words words) {
        return switch (by) {
            case ALL -> words.say("report.all");
            case WEEK -> words.say("report.week", words.day(LocalDate.parse(code)));
            case WINDOW -> window(code, words);
            case CHANNEL -> words.name("Channel", code);
            case TYPE -> words.name("TicketType", code);
            case PRIORITY -> words.name("Priority", code);
            case SERVICE -> words.name("Service", code);
        };
    }

    private static String window(String code, Words words) {
        int cut = code.lastIndexOf(':');
        return code.substring(0, cut) + ", " + words.span(Long.parseLong(code.substring(cut + 1)));
    }

    private static String code(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    static Cell cell(long count, Words words) {
        return new Cell(words.count(count), Long.toString(count));
    }

    static Cell share(long part, long whole, Words words) {
        return new Cell(words.percent(part, whole), Words.share(part, whole));
    }

    static Cell span(long seconds, Words words) {
        return new Cell(words.span(seconds), Long.toString(seconds));
    }
}
