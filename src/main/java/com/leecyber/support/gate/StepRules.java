package com.leecyber.support.gate;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Service tasks run a step of the program, in a job that is tried again when it fails. */
final class StepRules implements DiagramRule {

    private static final int MOST_TRIES = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(7);

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        for (Node step : diagram.nodes("serviceTask")) {
            if (!surroundings.words().steps().contains(step.step())) {
                report.refuse("step", step.id(), step.xml.get("camunda:delegateExpression"));
            }
            if (!isRunByAJob(step)) {
                report.refuse("save-point", step.id());
            }
        }
        diagram.elements("camunda:failedJobRetryTimeCycle")
                .filter(cycle -> !Expressions.isIn(cycle.text()) && !isCycle(cycle.text()))
                .forEach(cycle -> report.refuse("retry", cycle.place(), cycle.text()));
        diagram.elements("bpmn:businessRuleTask").forEach(rule -> {
            if (!surroundings.hasDecision(rule.get("camunda:decisionRef"))) {
                report.refuse("called-decision", rule.place(), rule.get("camunda:decisionRef"));
            }
        });
    }

    /** Nobody waits for it, and when it fails it is tried again. */
    private static boolean isRunByAJob(Node step) {
        return step.xml.get("camunda:asyncBefore").equals("true") || followsAJob(step, new HashSet<>());
    }

    private static boolean followsAJob(Node node, Set<Node> seen) {
        return !node.incoming.isEmpty()
                && node.incoming.stream().map(Flow::source).allMatch(source -> isInAJob(source, seen));
    }

    private static boolean isInAJob(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return true;
        }
        return node.is("serviceTask")
                || node.definition("timer").isPresent()
                || node.isGateway() && followsAJob(node, seen);
    }

    private static boolean isCycle(String text) {
        List<String> pauses = List.of(text.split(",", -1));
        return pauses.size() <= MOST_TRIES && pauses.stream().allMatch(StepRules::isPause);
    }

    private static boolean isPause(String text) {
        try {
            Duration pause = Duration.parse(text.strip());
            return pause.compareTo(Duration.ZERO) > 0 && pause.compareTo(LONGEST_PAUSE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
