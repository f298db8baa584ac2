package com.leecyber.support.gate;

import java.util.Map;

/** R5.4c: when the wait for the customer's reply ends by the clock, the ticket is resolved, and its caller knows. */
final class SilenceIsResolved implements DiagramRule {

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        Paths paths = new Paths(diagram);
        diagram.nodes("receiveTask").stream()
                .filter(waiting -> waiting.message().equals("CustomerReplied"))
                .flatMap(waiting -> diagram.boundaryEvents(waiting).stream())
                .filter(event -> event.definition("timer").isPresent() && event.interrupts())
                .filter(event -> paths.behind(event, paths.telling("resolveForSilence"), Map.of()).stream()
                        .anyMatch(station -> station.endsWith(Paths.END)))
                .forEach(event -> report.refuseUnder("R5.4c", "silence", event.id()));
    }
}
