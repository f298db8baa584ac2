package com.leecyber.support.gate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Each outcome has an end event of its own, so that history and reports can tell them apart (R1.4, R5.4, R7.2). */
final class Outcomes implements DiagramRule {

    private static final Map<String, String> CLAUSES = Map.of(
            "NO_LICENCE", "R1.4",
            "OUTSIDE_RESPONSIBILITY", "R7.2",
            "OUTSIDE", "R7.2",
            "HARDWARE", "R5.4b",
            "RETURN", "R5.2",
            "CUSTOMER_SILENT", "R5.2",
            "ASK", "R5.2");

    private static final String USUAL_CLAUSE = "R5.4c";

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        Paths paths = new Paths(diagram);
        if (diagram.is(Regulation.TICKET)) {
            Map<String, Set<String>> ends = new LinkedHashMap<>();
            steps(diagram, paths, "tellNoLicence", "NO_LICENCE", ends);
            steps(diagram, paths, "confirmWithdrawal", "WITHDRAWN", ends);
            for (Node closing : diagram.steps("closeTicket")) {
                for (String reason : List.of("SOLVED", "OUTSIDE_RESPONSIBILITY", "CUSTOMER_SILENT")) {
                    put(ends, reason, endsBehind(diagram, paths, closing, Map.of("closingReason", reason)));
                }
            }
            distinct(
                    ends,
                    List.of("NO_LICENCE", "WITHDRAWN", "SOLVED", "OUTSIDE_RESPONSIBILITY", "CUSTOMER_SILENT"),
                    diagram,
                    report);
        }
        if (diagram.is(Regulation.SECOND_LINE)) {
            Map<String, Set<String>> ends = new LinkedHashMap<>();
            List<String> outcomes = List.of("FIXED", "NEXT_RELEASE", "HARDWARE", "RETURN", "OUTSIDE", "ASK");
            for (Node diagnosis : diagram.decisions(Regulation.DIAGNOSIS)) {
                for (String outcome : outcomes) {
                    Map<String, Object> facts = new HashMap<>(Map.of("diagnosisOutcome", outcome));
                    if (outcome.equals("ASK")) {
                        facts.put("customerAnswered", false);
                    }
                    put(ends, outcome, endsBehind(diagram, paths, diagnosis, facts));
                }
            }
            distinct(ends, outcomes, diagram, report);
        }
    }

    private static void steps(
            Diagram diagram, Paths paths, String step, String outcome, Map<String, Set<String>> ends) {
        diagram.steps(step).forEach(node -> put(ends, outcome, endsBehind(diagram, paths, node, Map.of())));
    }

    private static void put(Map<String, Set<String>> ends, String outcome, Set<String> found) {
        ends.merge(outcome, found, (one, other) -> {
            Set<String> both = new TreeSet<>(one);
            both.addAll(other);
            return both;
        });
    }

    /** The ends of the process itself that the main token can reach before anybody decides anew. */
    private static Set<String> endsBehind(Diagram diagram, Paths paths, Node node, Map<String, Object> facts) {
        return paths.behind(node, paths.at(next -> next.decision().equals(Regulation.DIAGNOSIS)), facts).stream()
                .flatMap(station -> diagram.node(station).stream())
                .filter(end -> end.is("endEvent") && endsTheProcess(end))
                .map(Node::id)
                .collect(Collectors.toSet());
    }

    private static boolean endsTheProcess(Node end) {
        return end.container == null || end.container.isEventSubProcess() && end.container.container == null;
    }

    private static void distinct(Map<String, Set<String>> ends, List<String> outcomes, Diagram diagram, Report report) {
        Map<String, String> owners = new HashMap<>();
        for (String outcome : outcomes) {
            Set<String> found = ends.getOrDefault(outcome, Set.of());
            String end = found.size() == 1 ? found.iterator().next() : "";
            if (end.isEmpty() || owners.putIfAbsent(end, outcome) != null) {
                report.refuseUnder(CLAUSES.getOrDefault(outcome, USUAL_CLAUSE), "outcome", diagram.id(), outcome);
            }
        }
    }
}
