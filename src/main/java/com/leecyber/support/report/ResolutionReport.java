package com.leecyber.support.report;

import com.leecyber.support.report.Report.Topic;
import com.leecyber.support.report.ResolutionFigures.Measure;
import com.leecyber.support.report.ResolutionFigures.Spread;
import com.leecyber.support.report.Table.Cell;
import com.leecyber.support.report.Table.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How long it takes until a ticket is closed, with and without the time that its customer had the word. */
@Component
class ResolutionReport {

    private final ResolutionFigures figures;

    ResolutionReport(ResolutionFigures figures) {
        this.figures = figures;
    }

    Report of(Selection selection, Words words) {
        Map<Measure, Spread> spreads = figures.of(selection);
        Spread all = spreads.get(Measure.ALL);
        Spread desk = spreads.get(Measure.DESK);
        return new Report(
                Topic.RESOLUTION,
                words.say("report.resolution.definition"),
                List.of(
                        new Section(
                                "percentiles",
                                words.say("report.resolution.percentiles"),
                                words.say("report.resolution.rank"),
                                null,
                                percentiles(all, desk, words)),
                        new Section(
                                "distribution",
                                words.say("report.resolution.distribution"),
                                null,
                                all.tickets() == 0 ? null : plot(all, "report.resolution.all", "met", words),
                                distribution(all, desk, words)),
                        new Section(
                                "without-waiting",
                                words.say("report.resolution.desk"),
                                words.say("report.resolution.desk-hint"),
                                all.tickets() == 0 ? null : plot(desk, "report.resolution.desk", "escalated", words),
                                null)),
                "facts.csv");
    }

    private static Table percentiles(Spread all, Spread desk, Words words) {
        return new Table(
                "percentiles",
                words.say("report.resolution.measured"),
                List.of(
                        words.say("report.tickets"),
                        words.say("report.median"),
                        words.say("report.percentile", 90),
                        words.say("report.percentile", 95)),
                List.of(
                        percentiles("percentiles:all", "report.resolution.all", all, words),
                        percentiles("percentiles:desk", "report.resolution.desk", desk, words)),
                false);
    }

    private static Line percentiles(String code, String label, Spread spread, Words words) {
        List<Cell> cells = new ArrayList<>(List.of(ResponseReport.cell(spread.tickets(), words)));
        for (int index = 0; index < 3; index++) {
            cells.add(
                    spread.percentiles().isEmpty()
                            ? new Cell("–", "")
                            : ResponseReport.span(spread.percentiles().get(index), words));
        }
        return new Line(code, words.say(label), null, List.of(), cells);
    }

    private static Table distribution(Spread all, Spread desk, Words words) {
        List<Line> lines = new ArrayList<>();
        for (int bucket = 0; bucket <= Ladder.MARKS.length; bucket++) {
            lines.add(new Line(
                    "bucket:" + (bucket == 0 ? 0 : Ladder.MARKS[bucket - 1]),
                    bucket(bucket, words),
                    null,
                    List.of(),
                    List.of(
                            ResponseReport.cell(all.buckets().get(bucket), words),
                            ResponseReport.share(all.buckets().get(bucket), all.tickets(), words),
                            ResponseReport.cell(desk.buckets().get(bucket), words),
                            ResponseReport.share(desk.buckets().get(bucket), desk.tickets(), words))));
        }
        return new Table(
                "distribution",
                words.say("report.resolution.took"),
                List.of(
                        words.say("report.resolution.all"),
                        words.say("report.share"),
                        words.say("report.resolution.desk"),
                        words.say("report.share")),
                lines,
                false);
    }

    private static Plot plot(Spread spread, String name, String kind, Words words) {
        List<Plot.Data> data = new ArrayList<>();
        for (int bucket = 0; bucket <= Ladder.MARKS.length; bucket++) {
            long tickets = spread.buckets().get(bucket);
            data.add(new Plot.Data(
                    bucket == 0 ? "0" : words.span(Ladder.MARKS[bucket - 1]),
                    bucket(bucket, words) + ": " + words.count(tickets),
                    tickets));
        }
        return Plot.of(words.say(name), List.of(new Plot.Name(kind, words.say("report.tickets"))), data, words);
    }

    private static String bucket(int bucket, Words words) {
        if (bucket == 0) {
            return words.say("report.less-than", words.span(Ladder.MARKS[0]));
        }
        return bucket == Ladder.MARKS.length
                ? words.say("report.from-on", words.span(Ladder.MARKS[bucket - 1]))
                : words.span(Ladder.MARKS[bucket - 1]) + " – " + words.span(Ladder.MARKS[bucket]);
    }
}
