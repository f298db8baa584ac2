package com.leecyber.support.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that is run is drawn, so that whoever looks at the diagram sees all of it; lanes and pool belong to it. */
final class LayoutRules implements DiagramRule {

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        Set<String> shapes = new HashSet<>();
        Set<String> edges = new HashSet<>();
        diagram.definitions().walk(drawn -> {
            if (drawn.is("bpmndi:BPMNShape") && hasBounds(drawn)) {
                shapes.add(drawn.get("bpmnElement"));
            } else if (drawn.is("bpmndi:BPMNEdge")
                    && drawn.children("di:waypoint").size() >= 2) {
                edges.add(drawn.get("bpmnElement"));
            }
        });
        diagram.nodes().stream()
                .map(Node::id)
                .filter(id -> !shapes.contains(id))
                .forEach(id -> report.refuse("layout", id));
        diagram.elements("bpmn:sequenceFlow")
                .map(Xml::id)
                .filter(id -> !edges.contains(id))
                .forEach(id -> report.refuse("layout", id));
        dangling(diagram, report);
        pool(diagram, report);
    }

    private static boolean hasBounds(Xml shape) {
        return shape.children("dc:Bounds").stream().anyMatch(bounds -> bounds.attributes.size() == 4);
    }

    private static void dangling(Diagram diagram, Report report) {
        Set<String> ids = new HashSet<>();
        diagram.definitions().walk(element -> {
            if (element.name.startsWith("bpmn:")) {
                ids.add(element.id());
            }
        });
        diagram.definitions().walk(element -> {
            if (element.has("bpmnElement") && !ids.contains(element.get("bpmnElement"))) {
                report.refuse("layout-dangling", element.place(), element.get("bpmnElement"));
            }
        });
    }

    private static void pool(Diagram diagram, Report report) {
        List<Xml> pools = diagram.definitions().all("bpmn:participant");
        for (Xml pool : pools) {
            if (!pool.get("processRef").equals(diagram.id())) {
                report.refuse("pool", pool.place());
            }
        }
        if (pools.isEmpty()
                && !diagram.definitions().children("bpmn:collaboration").isEmpty()) {
            report.refuse("pool", diagram.id());
        }
        diagram.definitions().all("bpmn:flowNodeRef").stream()
                .filter(reference -> diagram.node(reference.text()).isEmpty())
                .forEach(reference -> report.refuse("pool", reference.place()));
    }
}
