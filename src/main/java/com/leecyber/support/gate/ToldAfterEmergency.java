package com.leecyber.support.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * R6.2: emergency works begin at once and with a cause, and customers hear of them when they are over, not before.
 *
 * <p>They are the task with the decision {@code emergencyDecision}; {@code emergencyDeclared} records the cause, and {@code
 * tellEmergencyWorks} tells customers.
 */
final class ToldAfterEmergency implements DiagramRule {

    private static final String CLAUSE = "R6.2";
    private static final String TELL = "tellEmergencyWorks";

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        List<Node> works = diagram.decisions(Regulation.EMERGENCY);
        if (works.isEmpty() && diagram.is(Regulation.EMERGENCY_WORKS)) {
            report.refuseUnder(CLAUSE, "emergency-missing", diagram.id());
        }
        Paths paths = new Paths(diagram);
        Set<String> withoutCause = paths.fromStart(paths.telling("emergencyDeclared"), Map.of());
        for (Node task : works) {
            if (withoutCause.contains(task.id())) {
                report.refuseUnder(CLAUSE, "emergency-cause", task.id());
            }
            if (paths.from(List.of(task.id()), paths.telling(TELL), Map.of(), false)
                    .contains(Paths.END)) {
                report.refuseUnder(CLAUSE, "emergency-untold", task.id());
            }
        }
        if (!works.isEmpty()) {
            Set<String> before = paths.fromStart(paths.at(works::contains), Map.of());
            diagram.nodes().stream()
                    .filter(node -> before.contains(node.id())
                            && (waits(node) || node.step().equals(TELL)))
                    .forEach(node -> report.refuseUnder(CLAUSE, "emergency-late", node.id()));
        }
    }

    private static boolean waits(Node node) {
        return node.is("userTask")
                || node.is("receiveTask")
                || node.is("callActivity")
                || node.is("intermediateCatchEvent");
    }
}
