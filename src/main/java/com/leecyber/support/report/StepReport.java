package com.leecyber.support.report;

import com.leecyber.support.inspection.DeployedRules;
import com.leecyber.support.report.Report.Topic;
import com.leecyber.support.report.StepFigures.Element;
import com.leecyber.support.report.StepFigures.Version;
import com.leecyber.support.report.Table.Line;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where tickets spend their time, element by element of a version of a diagram. */
@Component
class StepReport {

    /** What most ask for. */
    private static final String USUAL = "ticket";

    private final StepFigures figures;
    private final DeployedRules rules;

    StepReport(StepFigures figures, DeployedRules rules) {
        this.figures = figures;
        this.rules = rules;
    }

    /** A version to choose. */
    record Choice(String diagram, int version, String text, boolean chosen) {}

    /**
     * @param choices the versions that tickets of the selection went through
     * @param chosen null when there are none
     * @param diagram where its file is; null when the engine has it no more
     */
    record Steps(List<Choice> choices, Version chosen, String diagram, Report report) {}

    /** @param diagram and version what was chosen; empty for the usual one */
    Steps of(Selection selection, String diagram, String version, Words words) {
        List<Version> versions = figures.versions(selection);
        Version chosen = versions.stream()
                .filter(known -> known.diagram().equals(diagram)
                        && Integer.toString(known.version()).equals(version))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(known -> known.diagram().equals(diagram.isEmpty() ? USUAL : diagram))
                        .findFirst())
                .or(() -> versions.stream().findFirst())
                .orElse(null);
        List<Choice> choices = versions.stream()
                .map(known -> new Choice(
                        known.diagram(),
                        known.version(),
                        words.say(
                                "report.steps.version", known.diagram(), known.version(), words.hours(known.seconds())),
                        known.equals(chosen)))
                .toList();
        boolean drawn = chosen != null
                && rules.find(chosen.diagram(), chosen.version())
                        .filter(rule -> rule.kind() == DeployedRules.Kind.DIAGRAM)
                        .isPresent();
        return new Steps(
                choices,
                chosen,
                drawn ? "/reports/diagrams/" + chosen.diagram() + "/" + chosen.version() : null,
                report(selection, chosen, words));
    }

    private Report report(Selection selection, Version chosen, Words words) {
        List<Element> elements =
                chosen == null ? List.of() : figures.elements(selection, chosen.diagram(), chosen.version());
        Map<String, String> names = chosen == null
                ? Map.of()
                : rules.file(chosen.diagram(), chosen.version())
                        .map(ElementNames::in)
                        .orElse(Map.of());
        long all = elements.stream().mapToLong(Element::seconds).sum();
        long most = elements.stream().mapToLong(Element::seconds).max().orElse(0);
        List<Line> lines = elements.stream()
                .map(element -> new Line(
                        "step:" + element.id(),
                        names.getOrDefault(element.id(), element.id()),
                        null,
                        Bar.of(most, List.of("escalated"), element.seconds()),
                        List.of(
                                ResponseReport.cell(element.visits(), words),
                                new Table.Cell(words.hours(element.seconds()), Long.toString(element.seconds())),
                                ResponseReport.span(element.mean(), words),
                                ResponseReport.share(element.seconds(), all, words))))
                .toList();
        Table table = new Table(
                "steps",
                words.say("report.steps.element"),
                List.of(
                        words.say("report.steps.visits"),
                        words.say("report.steps.hours"),
                        words.say("report.steps.mean"),
                        words.say("report.share")),
                lines,
                true);
        return new Report(
                Topic.STEPS,
                words.say("report.steps.definition"),
                List.of(new Section("steps", words.say("report.steps.each"), null, null, table)),
                "steps.csv");
    }
}
