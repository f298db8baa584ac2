package com.leecyber.support.inspection;

import com.leecyber.support.difference.DrawnDiagram;
import com.leecyber.support.difference.DrawnDiagram.Flow;
import com.leecyber.support.inspection.EngineHistory.Left;
import com.leecyber.support.inspection.EngineHistory.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which flows of a diagram a process took.
 *
 * <p>The engine remembers elements, not flows. Each passage of an element was reached from the one that had last been
 * completed before it among those from which a flow leads there, within the same subprocess; the flow between the two was
 * taken. Loops are told apart by their moments, and what an event on a border began is reached from that event. An element
 * that was broken off leads nowhere.
 */
final class WayTaken {

    private static final Comparator<Step> LATEST =
            Comparator.comparing(Step::ended).thenComparing(Step::order);

    private WayTaken() {}

    /**
     * The ids of the flows that led to some passages.
     *
     * @param reached the passages, of one process
     * @param steps all passages of that process
     */
    static Set<String> flows(DrawnDiagram diagram, List<Step> reached, List<Step> steps) {
        Set<String> taken = new TreeSet<>();
        reached.forEach(step -> diagram.flows().stream()
                .filter(flow -> flow.to().equals(step.element()))
                .flatMap(flow -> source(flow, step, steps).stream().map(source -> new Arrival(flow, source)))
                .max(Comparator.comparing(Arrival::source, LATEST))
                .ifPresent(arrival -> taken.add(arrival.flow().id())));
        return taken;
    }

    private record Arrival(Flow flow, Step source) {}

    private static Optional<Step> source(Flow flow, Step reached, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.element().equals(flow.from()) && step.left() == Left.COMPLETED)
                .filter(step -> step.scope().equals(reached.scope()) && isBefore(step, reached))
                .max(LATEST);
    }

    private static boolean isBefore(Step step, Step reached) {
        return !step.ended().isAfter(reached.began())
                && (step.ended().isBefore(reached.began()) || step.order() < reached.order());
    }
}
