package com.leecyber.support.gate;

/**
 * R5.4a: solving takes as long as it takes; only waiting for the customer's answer may end by the clock, and the time in which
 * planned works can still be moved.
 */
final class NoResolutionTimer implements DiagramRule {

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        for (Node node : diagram.nodes()) {
            if (node.definition("timer").isPresent() && node.interrupts() && endsWork(node, diagram)) {
                report.refuseUnder("R5.4a", "resolution-timer", node.id());
            }
        }
    }

    private static boolean endsWork(Node timer, Diagram diagram) {
        if (timer.is("boundaryEvent")) {
            return diagram.node(timer.xml.get("attachedToRef"))
                    .filter(host -> host.message().equals("CustomerReplied")
                            || host.decision().equals(Regulation.WORKS_CHANGE))
                    .isEmpty();
        }
        return timer.is("startEvent");
    }
}
