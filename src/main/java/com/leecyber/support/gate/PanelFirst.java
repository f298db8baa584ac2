package com.leecyber.support.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** R3.1.2: the second line is reached through the panel only; what came otherwise is moved there first. */
final class PanelFirst implements DiagramRule {

    private static final String CLAUSE = "R3.1.2";
    private static final String PANEL = "cameThroughPanel";

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        List<Node> diagnoses = diagram.decisions(Regulation.DIAGNOSIS);
        Paths paths = new Paths(diagram);
        Set<String> unmoved = paths.fromStart(paths.telling("moveToPanel"), Map.of(PANEL, false));
        diagnoses.stream()
                .filter(task -> unmoved.contains(task.id()))
                .forEach(task -> report.refuseUnder(CLAUSE, "panel-first", task.id()));
        for (Node call : diagram.nodes("callActivity")) {
            if (call.xml.get("calledElement").equals(Regulation.SECOND_LINE) && !handsOver(call)) {
                report.refuseUnder(CLAUSE, "panel-handed-over", call.id());
            }
        }
    }

    private static boolean handsOver(Node call) {
        return call.xml.extensions("camunda:in").stream()
                .anyMatch(
                        in -> in.get("source").equals(PANEL) && in.get("target").equals(PANEL));
    }
}
