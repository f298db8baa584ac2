package com.leecyber.support.report;

import com.leecyber.support.report.Report.Topic;
import com.leecyber.support.report.ResponseFigures.By;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The figures that one looks at first. */
@Component
class OverviewReport {

    private final ResponseFigures responses;
    private final ResponseReport responseReport;
    private final BreachFigures breaches;
    private final QueueFigures queue;

    OverviewReport(
            ResponseFigures responses, ResponseReport responseReport, BreachFigures breaches, QueueFigures queue) {
        this.responses = responses;
        this.responseReport = responseReport;
        this.breaches = breaches;
        this.queue = queue;
    }

    /**
     * A figure in large letters.
     *
     * @param code names it for programs
     * @param value as a program reads it
     * @param topic where there is more
     */
    record Tile(String code, String label, String text, String value, String hint, Topic topic) {}

    record Overview(List<Tile> tiles, Report report) {}

    Overview of(Selection selection, Words words) {
        Map<By, Map<String, Tally>> counted = responses.of(selection);
        Tally all = counted.get(By.ALL).get("all");
        long broken = breaches.count(selection);
        long open = queue.openNow(selection);
        List<Tile> tiles = List.of(
                tile(words, "closed", words.count(all.tickets()), Long.toString(all.tickets()), Topic.RESOLUTION),
                tile(
                        words,
                        "compliance",
                        words.percent(all.met(), all.judged()),
                        Words.share(all.met(), all.judged()),
                        Topic.RESPONSES),
                tile(
                        words,
                        "escalated-share",
                        words.percent(all.escalated(), all.licensed()),
                        Words.share(all.escalated(), all.licensed()),
                        Topic.ESCALATIONS),
                tile(words, "all-breaches", words.count(broken), Long.toString(broken), Topic.BREACHES),
                tile(words, "open-now", words.count(open), Long.toString(open), Topic.QUEUE));
        return new Overview(
                tiles,
                new Report(
                        Topic.OVERVIEW,
                        words.say("report.overview.definition"),
                        List.of(responseReport.weeks(counted, words)),
                        "facts.csv"));
    }

    private static Tile tile(Words words, String code, String text, String value, Topic topic) {
        return new Tile(code, words.say("report." + code), text, value, words.say("report.hint." + code), topic);
    }
}
