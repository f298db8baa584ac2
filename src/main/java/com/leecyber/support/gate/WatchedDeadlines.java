package com.leecyber.support.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static boolean alwaysRuns(Paths paths, Node event, String step) {
        Set<String> without = paths.behind(event, paths.telling(step), Map.of());
        return without.stream().noneMatch(station -> station.endsWith(Paths.END));
    }
}
