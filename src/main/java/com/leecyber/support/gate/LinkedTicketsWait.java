package com.leecyber.support.gate;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A ticket can be put to an incident wherever people work on it; then it waits for that incident, and nothing else is done
 * with it until the process knows how the waiting ended (R5.4c).
 */
final class LinkedTicketsWait implements DiagramRule {

    private static final String CLAUSE = "R5.4c";
    static final String LINKED = "TicketLinked";
    private static final String SETTLED = "IncidentSettled";

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        if (!diagram.is(Regulation.TICKET)) {
            return;
        }
        Paths paths = new Paths(diagram);
        Predicate<String> waiting =
                paths.at(node -> node.is("receiveTask") && node.message().equals(SETTLED));
        diagram.nodes().stream()
                .filter(LinkedTicketsWait::isWork)
                .filter(work -> !canBeLeft(diagram, work))
                .forEach(work -> report.refuseUnder(CLAUSE, "incident-unreachable", work.id()));
        diagram.nodes("boundaryEvent").stream()
                .filter(event -> event.message().equals(LINKED))
                .filter(event -> paths.behind(event, waiting, Map.of()).stream()
                        .anyMatch(paths.at(LinkedTicketsWait::isMore).or(Paths.END::equals)))
                .forEach(event -> report.refuseUnder(CLAUSE, "incident-not-awaited", event.id()));
        diagram.nodes("receiveTask").stream()
                .filter(node -> waiting.test(node.id()))
                .filter(node -> paths.behind(node, paths.telling("incidentSettled"), Map.of()).stream()
                        .anyMatch(paths.at(Node::isGateway).or(paths.at(LinkedTicketsWait::isMore))))
                .forEach(node -> report.refuseUnder(CLAUSE, "incident-unsettled", node.id()));
    }

    private static boolean isWork(Node node) {
        return node.decision().equals(Regulation.TRIAGE)
                || node.decision().equals(Regulation.FIRST_LINE)
                || node.is("callActivity");
    }

    private static boolean isMore(Node node) {
        return node.isActivity();
    }

    /** Whether the message ends the work itself, or a phase around it. */
    private static boolean canBeLeft(Diagram diagram, Node work) {
        for (Node around = work; around != null; around = around.container) {
            if (diagram.boundaryEvents(around).stream()
                    .anyMatch(event -> event.message().equals(LINKED) && event.interrupts())) {
                return true;
            }
        }
        return false;
    }
}
