package com.leecyber.support.report;

import com.leecyber.support.report.AgentFigures.Load;
import com.leecyber.support.report.AgentFigures.Loads;
import com.leecyber.support.report.Report.Topic;
import com.leecyber.support.report.Table.Cell;
import com.leecyber.support.report.Table.Line;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What agents do, and how their first responses stand. */
@Component
class AgentReport {

    private static final List<String> DEEDS = List.of("decisions", "replies", "notes");

    private final AgentFigures figures;

    AgentReport(AgentFigures figures) {
        this.figures = figures;
    }

    Report of(Selection selection, String agent, Words words) {
        Loads loads = figures.of(selection, agent);
        long most =
                loads.agents().values().stream().mapToLong(Load::deeds).max().orElse(0);
        List<Line> agents = new ArrayList<>();
        loads.agents()
                .forEach((name, load) -> agents.add(new Line(
                        "agent:" + name,
                        name,
                        "/reports/agents?" + selection.query() + "&agent="
                                + URLEncoder.encode(name, StandardCharsets.UTF_8),
                        Bar.of(most, DEEDS, load.decisions(), load.replies(), load.notes()),
                        cells(load, words))));
        List<Line> weeks = new ArrayList<>();
        List<Plot.Data> data = new ArrayList<>();
        loads.weeks().forEach((week, load) -> {
            String label = words.say("report.week", words.day(LocalDate.parse(week)));
            weeks.add(new Line("agent-week:" + week, label, null, List.of(), cells(load, words)));
            data.add(new Plot.Data(
                    words.shortDay(LocalDate.parse(week)),
                    label + ": " + words.count(load.deeds()),
                    load.decisions(),
                    load.replies(),
                    load.notes()));
        });
        Plot plot = data.isEmpty()
                ? null
                : Plot.of(
                        words.say("report.agents.plot"),
                        DEEDS.stream()
                                .map(kind -> new Plot.Name(kind, words.say("report." + kind)))
                                .toList(),
                        data,
                        words);
        return new Report(
                Topic.AGENTS,
                words.say("report.agents.definition"),
                List.of(
                        new Section(
                                "agents",
                                words.say("report.agents.each"),
                                null,
                                null,
                                table("agents", words.say("report.agent"), agents, true, words)),
                        new Section(
                                "weeks",
                                agent.isEmpty()
                                        ? words.say("report.agents.weeks")
                                        : words.say("report.agents.weeks-of", agent),
                                words.say("report.weeks"),
                                plot,
                                table("weeks", words.say("report.head.WEEK"), weeks, false, words))),
                "agents.csv");
    }

    private static Table table(String code, String first, List<Line> lines, boolean bars, Words words) {
        return new Table(
                code,
                first,
                Stream.of("tickets", "decisions", "replies", "notes", "responses-given", "in-time", "compliance")
                        .map(head -> words.say("report." + head))
                        .toList(),
                lines,
                bars,
                bars
                        ? DEEDS.stream()
                                .map(kind -> new Plot.Name(kind, words.say("report." + kind)))
                                .toList()
                        : List.of());
    }

    private static List<Cell> cells(Load load, Words words) {
        return List.of(
                ResponseReport.cell(load.tickets(), words),
                ResponseReport.cell(load.decisions(), words),
                ResponseReport.cell(load.replies(), words),
                ResponseReport.cell(load.notes(), words),
                ResponseReport.cell(load.responses(), words),
                ResponseReport.cell(load.inTime(), words),
                ResponseReport.share(load.inTime(), load.responses(), words));
    }
}
