package com.leecyber.support.gate;

import java.util.List;
import java.util.Set;

/** Events start, wait and end as the program knows them. */
final class EventRules implements DiagramRule {

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        for (Node node : diagram.nodes()) {
            if (node.isEvent()) {
                event(node, diagram, report);
            }
            if (node.is("subProcess")) {
                starts(node, diagram.inside(node), node.id(), report);
            }
            if (node.is("receiveTask") || node.definition("message").isPresent()) {
                if (!isKnown(node.message(), surroundings)) {
                    report.refuse("message", node.id(), node.message());
                }
            }
            node.definition("timer")
                    .filter(timer -> timer.children("bpmn:timeDate").isEmpty())
                    .ifPresent(timer -> report.refuse("timer", node.id(), ""));
        }
        starts(null, diagram.inside(null), diagram.id(), report);
        diagram.definitions().children("bpmn:message").stream()
                .filter(message -> !isKnown(message.get("name"), surroundings))
                .forEach(message -> report.refuse("message", message.place(), message.get("name")));
    }

    /** An expression is refused for being one, not for being unknown. */
    private static boolean isKnown(String message, Surroundings surroundings) {
        return surroundings.words().messages().contains(message) || Expressions.isIn(message);
    }

    /** A process starts because the program starts it; a sub-process because it is entered, or by its one event. */
    private static void starts(Node container, List<Node> inside, String place, Report report) {
        List<Node> starts =
                inside.stream().filter(node -> node.is("startEvent")).toList();
        boolean byEvent = container != null && container.isEventSubProcess();
        if (starts.size() != 1 || starts.get(0).definitions().isEmpty() == byEvent) {
            report.refuse("start", place);
        }
    }

    private static void event(Node event, Diagram diagram, Report report) {
        Set<Integer> wanted = event.is("startEvent") || event.is("endEvent") || event.is("intermediateThrowEvent")
                ? Set.of(0, 1)
                : Set.of(1);
        boolean attached = !event.is("boundaryEvent")
                || diagram.node(event.xml.get("attachedToRef"))
                        .filter(host -> host.isActivity() && !host.isEventSubProcess())
                        .filter(host -> host.container == event.container)
                        .isPresent();
        boolean entered = event.incoming.isEmpty() || !event.is("startEvent") && !event.is("boundaryEvent");
        boolean left = event.outgoing.isEmpty() || !event.is("endEvent");
        boolean linked = event.definition("link")
                .filter(link -> event.is("intermediateThrowEvent") && targets(event, link, diagram) != 1)
                .isEmpty();
        if (!wanted.contains(event.definitions().size()) || !attached || !entered || !left || !linked) {
            report.refuse("event", event.id());
        }
    }

    private static long targets(Node source, Xml link, Diagram diagram) {
        return diagram.inside(source.container).stream()
                .filter(node -> node.is("intermediateCatchEvent"))
                .flatMap(node -> node.definition("link").stream())
                .filter(target -> target.get("name").equals(link.get("name")))
                .count();
    }
}
