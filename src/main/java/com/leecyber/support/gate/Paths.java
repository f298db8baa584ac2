package com.leecyber.support.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a token can go. A sub-process is entered at its id and left behind {@code id/end}; flows are stations too, since
 * listeners stand on them; the process itself ends at {@link #END}.
 *
 * <p>It errs on the side of more ways than there are: a sub-process may be left while another token is still inside.
 */
final class Paths {

    /** The station behind every end of the process. */
    static final String END = "/end";

    /** A way of nobody's choice: none is closed. */
    static final Predicate<String> NOWHERE = station -> false;

    private final Diagram diagram;
    private final Map<String, List<String>> ways = new HashMap<>();
    private final Map<String, List<String>> sideWays = new HashMap<>();
    private final Map<String, Flow> flows = new HashMap<>();

    Paths(Diagram diagram) {
        this.diagram = diagram;
        diagram.flows().forEach(flow -> {
            flows.put(flow.id(), flow);
            ways.computeIfAbsent(flow.id(), any -> new ArrayList<>())
                    .add(flow.target().id());
        });
        diagram.nodes().forEach(this::add);
    }

    private static String end(Node container) {
        return container == null ? END : container.id() + END;
    }

    private void way(String from, String to) {
        ways.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
    }

    private void sideWay(String from, String to) {
        sideWays.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
    }

    private void add(Node node) {
        String exit = node.is("subProcess") && !node.isEventSubProcess() ? end(node) : node.id();
        node.outgoing.forEach(flow -> way(exit, flow.id()));
        if (node.is("subProcess")) {
            diagram.inside(node).stream()
                    .filter(inner -> inner.is("startEvent"))
                    .forEach(start -> way(node.id(), start.id()));
            if (node.isEventSubProcess()) {
                sideWay(node.container == null ? diagram.id() : node.container.id(), node.id());
                way(end(node), end(node.container));
            }
        } else if (node.is("endEvent")) {
            way(node.id(), end(node.container));
            errorsOf(node);
        } else if (node.is("startEvent") && node.container == null) {
            way(diagram.id(), node.id());
        } else if (node.is("boundaryEvent")) {
            String host = node.xml.get("attachedToRef");
            if (node.interrupts()) {
                way(host, node.id());
            } else {
                sideWay(host, node.id());
            }
        } else if (node.definition("link").isPresent() && node.is("intermediateThrowEvent")) {
            linksOf(node).forEach(target -> way(node.id(), target.id()));
        }
    }

    /** Whoever catches errors around an error end may catch this one. */
    private void errorsOf(Node end) {
        if (end.definition("error").isEmpty()) {
            return;
        }
        for (Node around = end.container; around != null; around = around.container) {
            diagram.boundaryEvents(around).stream()
                    .filter(event -> event.definition("error").isPresent())
                    .forEach(event -> way(end.id(), event.id()));
        }
    }

    private List<Node> linksOf(Node source) {
        String name = source.definition("link").orElseThrow().get("name");
        return diagram.inside(source.container).stream()
                .filter(node -> node.is("intermediateCatchEvent"))
                .filter(node -> node.definition("link")
                        .filter(link -> link.get("name").equals(name))
                        .isPresent())
                .toList();
    }

    /** Everything that the process can reach from its start, by whatever event. */
    Set<String> reachable() {
        return from(List.of(diagram.id()), NOWHERE, Map.of(), true);
    }

    /** What is reached from behind a node, as {@link #from} says; what happens at its edge is not. */
    Set<String> behind(Node node, Predicate<String> closed, Map<String, Object> facts) {
        String exit = node.is("subProcess") ? end(node) : node.id();
        List<String> first = new ArrayList<>();
        open(node, facts).forEach(flow -> first.add(flow.id()));
        return first.isEmpty()
                ? Set.of()
                : from(first.stream().filter(closed.negate()).toList(), closed, facts, false);
    }

    /** What is reached from the start of the process, as {@link #from} says. */
    Set<String> fromStart(Predicate<String> closed, Map<String, Object> facts) {
        return from(List.of(diagram.id()), closed, facts, true);
    }

    /**
     * The stations that can be reached.
     *
     * @param closed stations that may not be entered
     * @param facts what is known of the facts that exclusive gateways ask about
     * @param aside whether also by events that leave the main token where it is, and by events of the whole scope
     */
    Set<String> from(Collection<String> start, Predicate<String> closed, Map<String, Object> facts, boolean aside) {
        Set<String> reached = new LinkedHashSet<>(start);
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (String next : next(open.pop(), facts, aside)) {
                if (!closed.test(next) && reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private List<String> next(String station, Map<String, Object> facts, boolean aside) {
        Node gateway = diagram.node(station)
                .filter(node -> node.is("exclusiveGateway"))
                .orElse(null);
        List<String> next = new ArrayList<>();
        if (gateway == null) {
            next.addAll(ways.getOrDefault(station, List.of()));
        } else {
            open(gateway, facts).forEach(flow -> next.add(flow.id()));
        }
        if (aside) {
            next.addAll(sideWays.getOrDefault(station, List.of()));
        }
        return next;
    }

    /** The flows that a token may take: at an exclusive gateway the first whose condition holds, in the order of the file. */
    List<Flow> open(Node node, Map<String, Object> facts) {
        if (!node.is("exclusiveGateway") || node.outgoing.size() < 2) {
            return node.outgoing;
        }
        List<Flow> open = new ArrayList<>();
        for (Flow flow : node.outgoing) {
            if (flow.isDefault()) {
                continue;
            }
            Object holds = flow.condition() == null
                    ? Condition.UNKNOWN
                    : flow.condition().value(facts);
            if (holds != Boolean.FALSE) {
                open.add(flow);
            }
            if (holds == Boolean.TRUE) {
                return open;
            }
        }
        node.outgoing.stream().filter(Flow::isDefault).forEach(open::add);
        return open;
    }

    /** The stations from which the main token cannot reach an end. */
    Set<String> withoutEnd() {
        Map<String, List<String>> back = new HashMap<>();
        Set<String> all = new HashSet<>(ways.keySet());
        ways.forEach((from, targets) -> targets.forEach(to -> {
            back.computeIfAbsent(to, any -> new ArrayList<>()).add(from);
            all.add(to);
        }));
        Set<String> ending = new HashSet<>(Set.of(END));
        Deque<String> open = new ArrayDeque<>(ending);
        while (!open.isEmpty()) {
            for (String before : back.getOrDefault(open.pop(), List.of())) {
                if (ending.add(before)) {
                    open.push(before);
                }
            }
        }
        all.removeAll(ending);
        return all;
    }

    /** Whether a station is a node that a test accepts. */
    Predicate<String> at(Predicate<Node> test) {
        return station -> diagram.node(station).filter(test).isPresent();
    }

    /** Whether a bean is told at a station: as a step, or as a listener of a node or flow. */
    Predicate<String> telling(String bean) {
        return station -> flows.containsKey(station)
                ? Node.listeners(flows.get(station).xml()).contains(bean)
                : diagram.node(station)
                        .filter(node ->
                                node.step().equals(bean) || node.listeners().contains(bean))
                        .isPresent();
    }
}
