package com.leecyber.support.report;

import com.leecyber.support.report.QueueFigures.Queue;
import com.leecyber.support.report.Report.Topic;
import com.leecyber.support.report.Table.Line;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many tickets are open, day by day. */
@Component
class QueueReport {

    private final QueueFigures figures;

    QueueReport(QueueFigures figures) {
        this.figures = figures;
    }

    Report of(Selection selection, Words words) {
        Queue queue = figures.of(selection);
        long most = Math.max(
                1,
                queue.lines().stream().mapToLong(QueueFigures.Line::open).max().orElse(0));
        List<Line> lines = queue.lines().stream()
                .map(line -> new Line(
                        "queue:" + line.day(),
                        words.day(line.day()),
                        null,
                        Bar.of(most, List.of("escalated"), line.open()),
                        List.of(
                                ResponseReport.cell(line.registered(), words),
                                ResponseReport.cell(line.closed(), words),
                                ResponseReport.cell(line.open(), words))))
                .toList();
        List<Line> before = List.of(new Line(
                "queue:before",
                words.day(selection.period().first()),
                null,
                List.of(),
                List.of(ResponseReport.cell(queue.openBefore(), words))));
        return new Report(
                Topic.QUEUE,
                words.say("report.queue.definition"),
                List.of(
                        new Section(
                                "before",
                                words.say("report.queue.before"),
                                null,
                                null,
                                new Table(
                                        "before",
                                        words.say("report.queue.beginning"),
                                        List.of(words.say("report.queue.open")),
                                        before,
                                        false)),
                        new Section(
                                "days",
                                words.say("report.queue.days"),
                                words.say("report.queue.hint"),
                                lines.isEmpty() ? null : plot(queue, words),
                                new Table(
                                        "days",
                                        words.say("report.queue.day"),
                                        List.of(
                                                words.say("report.queue.registered"),
                                                words.say("report.closed"),
                                                words.say("report.queue.open")),
                                        lines,
                                        false))),
                "queue.csv");
    }

    private static Plot plot(Queue queue, Words words) {
        return Plot.of(
                words.say("report.queue.plot"),
                List.of(new Plot.Name("escalated", words.say("report.queue.open"))),
                queue.lines().stream()
                        .map(line -> new Plot.Data(
                                words.shortDay(line.day()),
                                words.day(line.day()) + ": " + words.count(line.open()),
                                line.open()))
                        .toList(),
                words);
    }
}
