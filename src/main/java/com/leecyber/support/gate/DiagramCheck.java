package com.leecyber.support.gate;

import java.util.List;

/** A diagram: first whether every word of it is known, then what it says, then whether the regulation is kept. */
final class DiagramCheck {

    private static final int MOST_NODES = 300;
    private static final int MOST_FLOWS = 600;

    private static final List<DiagramRule> RULES = List.of(
            new Expressions(),
            new ProcessRules(),
            new LayoutRules(),
            new EventRules(),
            new StepRules(),
            new TaskRules(),
            new StartFormRules(),
            new CallRules(),
            new WaitsAtOnce());

    private DiagramCheck() {}

    static void check(ProcessFile file, String text, Surroundings surroundings, Report report) {
        XmlReader.read(file, text, BpmnGrammar.NAMESPACES, report)
                .ifPresent(definitions -> check(file, definitions, surroundings, report));
    }

    private static void check(ProcessFile file, Xml definitions, Surroundings surroundings, Report report) {
        BpmnGrammar.GRAMMAR.check(definitions, report);
        if (report.isClean() && definitions.children("bpmn:process").size() != 1) {
            report.refuse("one-process", file.name());
        }
        if (!report.isClean()) {
            // What follows would judge a diagram with holes in it.
            return;
        }
        Diagram diagram = Diagram.of(file.name(), definitions);
        if (diagram.nodes().size() > MOST_NODES || diagram.flows().size() > MOST_FLOWS) {
            report.refuse("too-large", diagram.id());
            return;
        }
        Report shape = new Report(file.name());
        new FlowRules().check(diagram, surroundings, shape);
        RULES.forEach(rule -> rule.check(diagram, surroundings, report));
        report.takeOver(shape);
        if (shape.isClean()) {
            Regulation.RULES.forEach(rule -> rule.check(diagram, surroundings, report));
        }
    }
}
