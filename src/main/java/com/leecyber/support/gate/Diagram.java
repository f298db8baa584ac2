package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A process as a graph: its nodes, sub-processes included, and the flows between them. */
final class Diagram {

    private final String file;
    private final Xml definitions;
    private final Xml process;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Xml> loose = new ArrayList<>();

    private Diagram(String file, Xml definitions, Xml process) {
        this.file = file;
        this.definitions = definitions;
        this.process = process;
    }

    /** The diagram of a file that holds exactly one process. */
    static Diagram of(String file, Xml definitions) {
        Diagram diagram = new Diagram(
                file, definitions, definitions.children("bpmn:process").get(0));
        Map<String, String> messages = new HashMap<>();
        definitions.children("bpmn:message").forEach(message -> messages.put(message.id(), message.get("name")));
        diagram.collect(diagram.process, null, messages);
        diagram.connect(diagram.process, null);
        return diagram;
    }

    private void collect(Xml scope, Node container, Map<String, String> messages) {
        for (Xml child : scope.children) {
            if (Node.isNode(child)) {
                Node node = new Node(child, container, messages);
                nodes.put(node.id(), node);
                if (node.is("subProcess")) {
                    collect(child, node, messages);
                }
            }
        }
    }

    private void connect(Xml scope, Node container) {
        for (Xml child : scope.children) {
            if (child.is("bpmn:sequenceFlow")) {
                connect(child, nodes.get(child.get("sourceRef")), nodes.get(child.get("targetRef")), container);
            } else if (child.is("bpmn:subProcess")) {
                connect(child, nodes.get(child.id()));
            }
        }
    }

    private void connect(Xml xml, Node source, Node target, Node container) {
        if (source == null || target == null || source.container != container || target.container != container) {
            loose.add(xml);
            return;
        }
        Flow flow = new Flow(xml, source, target, condition(xml));
        source.outgoing.add(flow);
        target.incoming.add(flow);
        flows.add(flow);
    }

    private static Condition condition(Xml flow) {
        try {
            return Condition.read(flow.textOf("bpmn:conditionExpression"));
        } catch (Condition.Unreadable e) {
            // Refused for itself; whoever asks the way takes it for open.
            return null;
        }
    }

    String file() {
        return file;
    }

    Xml definitions() {
        return definitions;
    }

    Xml process() {
        return process;
    }

    String id() {
        return process.id();
    }

    boolean is(String id) {
        return id().equals(id);
    }

    Optional<Node> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    List<Node> nodes(String kind) {
        return nodes().stream().filter(node -> node.is(kind)).toList();
    }

    /** The nodes right inside a sub-process, or inside the process itself for null. */
    List<Node> inside(Node container) {
        return nodes().stream().filter(node -> node.container == container).toList();
    }

    List<Flow> flows() {
        return flows;
    }

    /** Flows that do not lead from one node to another of the same process or sub-process. */
    List<Xml> loose() {
        return loose;
    }

    /** The service tasks that run a step. */
    List<Node> steps(String bean) {
        return nodes().stream().filter(node -> node.step().equals(bean)).toList();
    }

    /** The user tasks whose completion is a decision. */
    List<Node> decisions(String bean) {
        return nodes().stream()
                .filter(node -> node.is("userTask") && node.decision().equals(bean))
                .toList();
    }

    List<Node> boundaryEvents(Node activity) {
        return nodes("boundaryEvent").stream()
                .filter(event -> event.xml.get("attachedToRef").equals(activity.id()))
                .toList();
    }

    /** All elements of a name anywhere in the process. */
    Stream<Xml> elements(String name) {
        return process.all(name).stream();
    }
}
