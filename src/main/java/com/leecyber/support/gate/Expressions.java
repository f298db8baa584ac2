package com.leecyber.support.gate;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an expression may stand in a diagram; everywhere else it is refused, for the engine evaluates even names. */
final class Expressions implements DiagramRule {

    private static final Pattern START = Pattern.compile("[$#]\\s*\\{");
    private static final Pattern TIMER = Pattern.compile("\\$\\{([A-Za-z]+)\\.([A-Za-z]+)\\(execution\\)}");
    private static final Set<String> BUSINESS_KEY =
            Set.of("#{execution.processBusinessKey}", "${execution.processBusinessKey}");

    static boolean isIn(String text) {
        return START.matcher(text).find();
    }

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        diagram.definitions().walk(element -> check(element, surroundings, report));
    }

    private static void check(Xml element, Surroundings surroundings, Report report) {
        element.attributes.forEach((name, value) -> {
            switch (element.name + "@" + name) {
                case "bpmn:serviceTask@camunda:delegateExpression",
                        "camunda:taskListener@delegateExpression",
                        "camunda:executionListener@delegateExpression" -> {
                    // What they name is the business of Steps and Decisions.
                }
                case "camunda:in@sourceExpression", "camunda:out@sourceExpression" ->
                    reads(element, value, surroundings, report);
                case "camunda:in@businessKey" -> {
                    if (!BUSINESS_KEY.contains(value)) {
                        report.refuse("business-key", element.place());
                    }
                }
                default -> refuseAny(element, value, report);
            }
        });
        switch (element.name) {
            case "bpmn:conditionExpression" -> reads(element, element.text(), surroundings, report);
            case "bpmn:timeDate" -> timer(element, surroundings.words(), report);
            default -> refuseAny(element, element.text(), report);
        }
    }

    private static void refuseAny(Xml element, String text, Report report) {
        if (isIn(text)) {
            report.refuse("expression", element.place(), text);
        }
    }

    private static void reads(Xml element, String text, Surroundings surroundings, Report report) {
        try {
            Condition condition = Condition.read(text);
            if (element.is("bpmn:conditionExpression") && !condition.decides()) {
                report.refuse("condition", element.place(), text);
            }
            condition.names().stream()
                    .filter(name -> !surroundings.words().variables().contains(name))
                    .forEach(name -> report.refuse("unknown-variable", element.place(), name));
        } catch (Condition.Unreadable e) {
            report.refuse("condition", element.place(), text);
        }
    }

    private static void timer(Xml element, Vocabulary words, Report report) {
        Matcher timer = TIMER.matcher(element.text());
        if (!timer.matches()
                || !words.dateMethods().getOrDefault(timer.group(1), Set.of()).contains(timer.group(2))) {
            report.refuse("timer", element.place(), element.text());
        }
    }
}
