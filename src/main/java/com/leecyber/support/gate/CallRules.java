package com.leecyber.support.gate;

import java.util.Map;
import java.util.Optional;

/** What is called exists and gets the ticket's number; what is handed over is known and cannot be made up. */
final class CallRules implements DiagramRule {

    /** Facts that the program finds out and the regulation rests on, with their clause: a diagram may only pass them on. */
    private static final Map<String, String> FACTS = Map.of(
            "licenceValid", "R1.4",
            "cameThroughPanel", "R3.1.2",
            "ticketType", "R4.1",
            "noticeGiven", "R6.1");

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        for (Node call : diagram.nodes("callActivity")) {
            String called = call.xml.get("calledElement");
            if (!Expressions.isIn(called) && !surroundings.hasProcess(called)) {
                report.refuse("called-process", call.id(), called);
            }
            if (call.xml.extensions("camunda:in").stream().noneMatch(in -> in.has("businessKey"))) {
                report.refuse("business-key", call.id());
            }
        }
        diagram.process().walk(element -> mapped(element, surroundings, report));
        diagram.elements("bpmn:businessRuleTask").forEach(rule -> {
            if (!rule.has("camunda:resultVariable") || !rule.has("camunda:mapDecisionResult")) {
                report.refuse("mapping", rule.place());
            } else {
                target(rule, rule.get("camunda:resultVariable"), surroundings, report);
            }
        });
    }

    private static void mapped(Xml element, Surroundings surroundings, Report report) {
        switch (element.name) {
            case "camunda:in", "camunda:out" -> {
                if (element.has("businessKey") && element.attributes.size() == 1) {
                    return;
                }
                boolean onCall = element.parent.parent.is("bpmn:callActivity");
                boolean oneSource = element.has("source") != element.has("sourceExpression");
                if (!onCall || !oneSource || !element.has("target") || element.has("businessKey")) {
                    report.refuse("mapping", element.place());
                } else if (element.has("source")) {
                    known(element, element.get("source"), surroundings, report);
                    target(element, element.get("target"), surroundings, report);
                } else {
                    target(element, element.get("target"), surroundings, report);
                }
            }
            case "camunda:inputParameter", "camunda:outputParameter" ->
                target(element, element.get("name"), surroundings, report);
            default -> {
                // Hands nothing over.
            }
        }
    }

    private static void target(Xml element, String target, Surroundings surroundings, Report report) {
        Optional<String> clause = Optional.ofNullable(FACTS.get(target));
        if (clause.isPresent() && !element.get("source").equals(target)) {
            report.refuseUnder(clause.get(), "fact", element.place(), target);
        }
        known(element, target, surroundings, report);
    }

    private static void known(Xml element, String name, Surroundings surroundings, Report report) {
        if (!Expressions.isIn(name) && !surroundings.words().variables().contains(name)) {
            report.refuse("unknown-variable", element.place(), name);
        }
    }
}
