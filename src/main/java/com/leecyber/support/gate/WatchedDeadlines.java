package com.leecyber.support.gate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** R3.2, R5.4b: whoever owes an answer or a repair is warned in time, and a broken promise is recorded. */
final class WatchedDeadlines implements DiagramRule {

    private record Watch(String process, String decision, String clause) {}

    private static final List<Watch> WATCHES = List.of(
            new Watch(Regulation.TICKET, Regulation.TRIAGE, "R3.2"),
            new Watch(Regulation.SECOND_LINE, Regulation.DIAGNOSIS, "R3.2"),
            new Watch(Regulation.SECOND_LINE, Regulation.REPAIR, "R5.4b"));

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        Paths paths = new Paths(diagram);
        for (Watch watch : WATCHES) {
            List<Node> tasks = diagram.decisions(watch.decision());
            if (tasks.isEmpty() && diagram.is(watch.process())) {
                report.refuseUnder(watch.clause(), "task-lost", diagram.id(), watch.decision());
            }
            for (Node task : tasks) {
                demand(diagram, paths, task, watch, "deadlines.warningAt", "warnOfDeadline", report);
                demand(diagram, paths, task, watch, "deadlines.dueAt", "recordBreach", report);
            }
            if (watch.clause().equals("R3.2") && diagram.is(watch.process())) {
                unwatched(diagram, paths, tasks, report);
            }
        }
    }

    private static void demand(
            Diagram diagram, Paths paths, Node task, Watch watch, String moment, String step, Report report) {
        boolean watched = diagram.boundaryEvents(task).stream()
                .filter(event -> event.moment().equals(moment) && !event.interrupts())
                .anyMatch(event -> alwaysRuns(paths, event, step));
        if (!watched) {
            report.refuseUnder(watch.clause(), "deadline", task.id(), moment, step);
        }
    }

    /** Where a token waits before the watched task, the window may pass without anybody being told. */
    private static void unwatched(Diagram diagram, Paths paths, List<Node> tasks, Report report) {
        Predicate<String> watched = paths.at(node -> tasks.contains(node)
                // Whoever links a ticket answers its customer: nothing is owed while it waits for the incident.
                || node.message().equals(LinkedTicketsWait.LINKED));
        Set<String> before = paths.from(List.of(diagram.id()), watched, Map.of(), false);
        diagram.nodes().stream()
                .filter(node -> before.contains(node.id()) && waits(node))
                .filter(node -> !Collections.disjoint(
                        paths.behind(node, Paths.NOWHERE, Map.of()),
                        tasks.stream().map(Node::id).toList()))
                .forEach(node -> report.refuseUnder("R3.2", "late-task", node.id()));
    }

    private static boolean waits(Node node) {
        return node.is("userTask")
                || node.is("receiveTask")
                || node.is("callActivity")
                || node.is("intermediateCatchEvent") && node.definition("link").isEmpty();
    }

    private static boolean alwaysRuns(Paths paths, Node event, String step) {
        Set<String> without = paths.behind(event, paths.telling(step), Map.of());
        return without.stream().noneMatch(station -> station.endsWith(Paths.END));
    }
}
