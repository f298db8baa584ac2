package com.leecyber.support.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** R1.4: support is for those with a valid licence, so it is checked before anybody works, and its answer is kept to. */
final class LicenceFirst implements DiagramRule {

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        if (diagram.decisions(Regulation.TRIAGE).isEmpty()) {
            return;
        }
        Paths paths = new Paths(diagram);
        Predicate<String> work = paths.at(node -> node.is("userTask") || node.is("callActivity"));
        Set<String> unchecked = paths.fromStart(paths.telling("checkLicence"), Map.of());
        Set<String> unlicensed = paths.fromStart(Paths.NOWHERE, Map.of("licenceValid", false));
        List<Node> worked = diagram.nodes().stream()
                .filter(node -> work.test(node.id()))
                .filter(node -> unchecked.contains(node.id()) || unlicensed.contains(node.id()))
                .toList();
        if (!worked.isEmpty()) {
            report.refuseUnder("R1.4", "licence-first", worked.get(0).id());
        }
        Predicate<String> told = paths.telling("tellNoLicence").or(paths.telling("confirmWithdrawal"));
        if (paths.fromStart(told, Map.of("licenceValid", false)).contains(Paths.END)) {
            report.refuseUnder("R1.4", "licence-told", diagram.id());
        }
    }
}
