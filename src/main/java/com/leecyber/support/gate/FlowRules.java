package com.leecyber.support.gate;

import java.util.List;
import java.util.Set;

/** How the arrows run: from a start to an end, splitting at gateways only, each split with an answer for everything. */
final class FlowRules implements DiagramRule {

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        diagram.loose().forEach(flow -> report.refuse("flow", flow.place()));
        for (Node node : diagram.nodes()) {
            written(node, "bpmn:incoming", node.incoming, report);
            written(node, "bpmn:outgoing", node.outgoing, report);
            splits(node, report);
        }
        if (report.isClean()) {
            reach(diagram, report);
        }
    }

    /** The lists inside a node repeat the arrows; a file where they differ was not written by Modeler. */
    private static void written(Node node, String list, List<Flow> flows, Report report) {
        List<String> named =
                node.xml.children(list).stream().map(Xml::text).sorted().toList();
        if (!named.equals(flows.stream().map(Flow::id).sorted().toList())) {
            report.refuse("flow", node.id());
        }
    }

    private static void splits(Node node, Report report) {
        boolean chooses = node.is("exclusiveGateway") || node.is("inclusiveGateway");
        if (node.outgoing.size() > 1 && !node.isGateway()) {
            report.refuse("split", node.id());
        }
        String standard = node.xml.get("default");
        boolean known = node.outgoing.stream().anyMatch(Flow::isDefault);
        if (chooses && node.outgoing.size() > 1 ? !known : !standard.isEmpty()) {
            report.refuse("default", node.id());
            return;
        }
        for (Flow flow : node.outgoing) {
            boolean needed = chooses && node.outgoing.size() > 1 && !flow.isDefault();
            if (flow.asks() != needed) {
                report.refuse(needed ? "no-condition" : "idle-condition", flow.id());
            }
        }
    }

    private static void reach(Diagram diagram, Report report) {
        Paths paths = new Paths(diagram);
        Set<String> reachable = paths.reachable();
        Set<String> withoutEnd = paths.withoutEnd();
        for (Node node : diagram.nodes()) {
            boolean leads = !node.outgoing.isEmpty()
                    || node.is("endEvent")
                    || node.isEventSubProcess()
                    || node.definition("link").isPresent();
            if (!reachable.contains(node.id())) {
                report.refuse("unreachable", node.id());
            } else if (!leads || withoutEnd.contains(node.id())) {
                report.refuse("dead-end", node.id());
            }
        }
    }
}
