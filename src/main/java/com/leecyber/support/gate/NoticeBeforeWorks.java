package com.leecyber.support.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * R6.1: planned works begin only when they were announced twelve hours before.
 *
 * <p>Announcing is a step whose name begins with {@code announce}; the works are the tasks of the team {@code operations}
 * behind it; whether the notice was long enough is the fact {@code noticeGiven}, asked after the announcement.
 */
final class NoticeBeforeWorks implements DiagramRule {

    private static final String CLAUSE = "R6.1";
    private static final String NOTICE = "noticeGiven";

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        if (!diagram.is(Regulation.PLANNED_WORKS)) {
            return;
        }
        Paths paths = new Paths(diagram);
        List<Node> announcements = diagram.nodes().stream()
                .filter(node -> node.step().startsWith("announce"))
                .toList();
        Set<String> announced = new HashSet<>();
        announcements.forEach(step -> announced.addAll(paths.behind(step, Paths.NOWHERE, Map.of())));
        List<Node> works = diagram.nodes("userTask").stream()
                .filter(task -> task.xml.get("camunda:candidateGroups").equals("operations"))
                .filter(task -> announced.contains(task.id()))
                .toList();
        if (works.isEmpty()) {
            report.refuseUnder(CLAUSE, "notice-missing", diagram.id());
            return;
        }
        Set<String> tooEarly = paths.fromStart(paths.at(announcements::contains), Map.of());
        announcements.forEach(step -> tooEarly.addAll(paths.behind(step, Paths.NOWHERE, Map.of(NOTICE, false))));
        works.stream()
                .filter(task -> tooEarly.contains(task.id()))
                .forEach(task -> report.refuseUnder(CLAUSE, "notice", task.id()));
    }
}
