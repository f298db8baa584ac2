package com.leecyber.support.gate;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** R5.4c: whatever the outcome, the customer is told before the ticket is closed, and it is closed. */
final class TellBeforeClosing implements DiagramRule {

    private static final String CLAUSE = "R5.4c";

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        Paths paths = new Paths(diagram);
        Predicate<String> told = paths.telling("tellResolution");
        Predicate<String> closed = paths.telling("closeTicket");
        Predicate<String> noticed = told.or(paths.telling("tellNoLicence")).or(paths.telling("confirmWithdrawal"));
        if (untold(diagram, paths, told).stream().anyMatch(closed)) {
            report.refuseUnder(CLAUSE, "tell-before-closing", place(diagram, "closeTicket"));
        }
        if (diagram.is(Regulation.TICKET)) {
            if (paths.fromStart(noticed, Map.of()).contains(Paths.END)) {
                report.refuseUnder(CLAUSE, "tell-before-ending", diagram.id());
            }
            for (Node telling : diagram.steps("tellResolution")) {
                if (paths.behind(telling, closed, Map.of()).contains(Paths.END)) {
                    report.refuseUnder(CLAUSE, "close", telling.id());
                }
            }
        }
        releaseIsTold(diagram, paths, report);
    }

    /** What is reached from the start, or after any further work, without telling. */
    private static Set<String> untold(Diagram diagram, Paths paths, Predicate<String> told) {
        Set<String> reached = paths.fromStart(told, Map.of());
        diagram.nodes().stream()
                .filter(node -> node.is("userTask") || node.is("callActivity") || node.is("receiveTask"))
                .forEach(work -> reached.addAll(paths.behind(work, told, Map.of())));
        return reached;
    }

    /** The fix was promised for a release: when it is out, the customer hears of it. */
    private static void releaseIsTold(Diagram diagram, Paths paths, Report report) {
        for (Node waiting : diagram.nodes()) {
            if (waiting.message().equals("ReleasePublished")
                    && !paths.telling("fixReleased").test(waiting.id())
                    && paths.behind(waiting, paths.telling("fixReleased"), Map.of())
                            .contains(Paths.END)) {
                report.refuseUnder(CLAUSE, "tell-release", waiting.id());
            }
        }
    }

    private static String place(Diagram diagram, String step) {
        return diagram.steps(step).stream().map(Node::id).findFirst().orElse(diagram.id());
    }
}
