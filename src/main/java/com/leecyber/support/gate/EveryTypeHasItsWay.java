package com.leecyber.support.gate;

import com.leecyber.support.ticket.TicketType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** R4.1: a question, a problem, a wish for other limits and a claim each have their own way through the first line. */
final class EveryTypeHasItsWay implements DiagramRule {

    private static final String TYPE = "ticketType";

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        if (!diagram.is(Regulation.TICKET)) {
            return;
        }
        Paths paths = new Paths(diagram);
        List<Node> sorting = diagram.nodes("exclusiveGateway").stream()
                .filter(gateway -> hasWays(paths, gateway))
                .toList();
        Set<String> unsorted = new HashSet<>();
        diagram.decisions(Regulation.TRIAGE)
                .forEach(triage -> unsorted.addAll(paths.behind(
                        triage,
                        paths.at(node ->
                                sorting.contains(node) || node.decision().equals(Regulation.TRIAGE)),
                        Map.of())));
        boolean passed =
                diagram.decisions(Regulation.FIRST_LINE).stream().anyMatch(task -> unsorted.contains(task.id()));
        if (sorting.isEmpty() || passed) {
            String place = diagram.nodes("exclusiveGateway").stream()
                    .filter(EveryTypeHasItsWay::asks)
                    .map(Node::id)
                    .findFirst()
                    .orElse(diagram.id());
            report.refuseUnder("R4.1", "every-type", place);
        }
    }

    private static boolean asks(Node gateway) {
        return gateway.outgoing.stream()
                .anyMatch(flow ->
                        flow.condition() != null && flow.condition().names().contains(TYPE));
    }

    /** Whether it sends each type along one flow of its own. */
    private static boolean hasWays(Paths paths, Node gateway) {
        Set<String> targets = new HashSet<>();
        for (TicketType type : TicketType.values()) {
            List<Flow> open = paths.open(gateway, Map.of(TYPE, type.name()));
            if (open.size() != 1 || !targets.add(open.get(0).target().id())) {
                return false;
            }
        }
        return true;
    }
}
