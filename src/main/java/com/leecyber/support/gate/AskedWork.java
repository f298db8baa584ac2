package com.leecyber.support.gate;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** R5.3, R5.4, R6.1: what was decided is what happens: an escalation reaches L2, works that are cancelled customers. */
final class AskedWork implements DiagramRule {

    /** After a decision with this outcome, no way may pass by the work. */
    private record Ask(
            String process, String decision, String fact, String outcome, String clause, Predicate<Node> work) {}

    private static final List<Ask> ASKS = List.of(
            new Ask(Regulation.TICKET, Regulation.TRIAGE, "triageOutcome", "ESCALATE", "R5.3", AskedWork::isSecondLine),
            new Ask(
                    Regulation.TICKET,
                    Regulation.FIRST_LINE,
                    "firstLineOutcome",
                    "ESCALATE",
                    "R5.3",
                    AskedWork::isSecondLine),
            new Ask(
                    Regulation.TICKET,
                    Regulation.TRIAGE,
                    "triageOutcome",
                    "INCIDENT",
                    "R5.2",
                    node -> node.message().equals("IncidentSettled")),
            new Ask(
                    Regulation.SECOND_LINE,
                    Regulation.DIAGNOSIS,
                    "diagnosisOutcome",
                    "HARDWARE",
                    "R5.4b",
                    node -> node.decision().equals(Regulation.REPAIR)),
            new Ask(
                    Regulation.SECOND_LINE,
                    Regulation.DIAGNOSIS,
                    "diagnosisOutcome",
                    "NEXT_RELEASE",
                    "R5.4c",
                    node -> node.message().equals("ReleasePublished")),
            works(Regulation.WORKS_CHANGE, "CANCEL", "tellWorksCancelled"),
            works(Regulation.WORKS_PROGRESS, "PROLONG", "tellWorksProlonged"),
            works(Regulation.WORKS_PROGRESS, "DONE", "tellWorksCompleted"));

    private static Ask works(String decision, String outcome, String step) {
        return new Ask(
                Regulation.PLANNED_WORKS,
                decision,
                "worksOutcome",
                outcome,
                "R6.1",
                node -> node.step().equals(step));
    }

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        Paths paths = new Paths(diagram);
        for (Ask ask : ASKS) {
            if (diagram.is(ask.process())) {
                diagram.decisions(ask.decision()).stream()
                        .filter(task -> paths.behind(task, paths.at(ask.work()), Map.of(ask.fact(), ask.outcome()))
                                .contains(Paths.END))
                        .forEach(task -> report.refuseUnder(ask.clause(), "asked-work", task.id(), ask.outcome()));
            }
        }
    }

    private static boolean isSecondLine(Node node) {
        return node.is("callActivity") && node.xml.get("calledElement").equals(Regulation.SECOND_LINE);
    }
}
