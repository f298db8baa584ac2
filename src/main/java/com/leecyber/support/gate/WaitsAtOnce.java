package com.leecyber.support.gate;

import java.util.HashSet;
import java.util.Set;

/**
 * Waiting for a message begins in the transaction that asked for it (docs/decisions/0005): behind a save point or a step it
 * would begin later, and an answer that is quicker would be lost.
 */
final class WaitsAtOnce implements DiagramRule {

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        for (Node node : diagram.nodes()) {
            boolean waits = node.is("receiveTask")
                    || node.is("intermediateCatchEvent")
                            && node.definition("message").isPresent()
                    || node.is("callActivity") && node.xml.get("calledElement").equals(Regulation.INFORMATION);
            if (waits && (isSaved(node, "camunda:asyncBefore") || comesLate(node, new HashSet<>()))) {
                report.refuseUnder("R5.2", "waiting", node.id());
            }
        }
    }

    private static boolean isSaved(Node node, String point) {
        return node.xml.get(point).equals("true");
    }

    private static boolean comesLate(Node node, Set<Node> seen) {
        return node.incoming.stream().map(Flow::source).filter(seen::add).anyMatch(source -> {
            boolean passes = source.isGateway() || source.is("startEvent");
            return source.is("serviceTask")
                    || isSaved(source, "camunda:asyncAfter")
                    || passes && (isSaved(source, "camunda:asyncBefore") || comesLate(source, seen));
        });
    }
}
