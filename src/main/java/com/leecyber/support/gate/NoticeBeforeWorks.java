package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * R6.1: planned works begin only when they were announced twelve hours before, and not earlier than announced.
 *
 * <p>They begin at the step {@code beginWorks}, are announced by {@code announceWorks}, and whether that was long enough before
 * is the fact {@code noticeGiven}, which {@code checkNotice} finds out. A move must be announced anew.
 */
final class NoticeBeforeWorks implements DiagramRule {

    private static final String CLAUSE = "R6.1";
    private static final String ANNOUNCE = "announceWorks";
    private static final String CHECK = "checkNotice";

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        List<Node> works = diagram.steps("beginWorks");
        List<Node> announcements = diagram.steps(ANNOUNCE);
        if (works.isEmpty() || announcements.isEmpty()) {
            if (diagram.is(Regulation.PLANNED_WORKS) || !works.isEmpty()) {
                report.refuseUnder(CLAUSE, "notice-missing", diagram.id());
            }
            return;
        }
        Paths paths = new Paths(diagram);
        Predicate<String> announced = paths.telling(ANNOUNCE);
        List<Set<String>> unannounced = new ArrayList<>();
        unannounced.add(paths.fromStart(announced, Map.of()));
        announcements.forEach(step -> unannounced.add(behind(step, paths, paths.telling(CHECK), Map.of())));
        diagram.steps(CHECK)
                .forEach(step -> unannounced.add(behind(step, paths, announced, Map.of("noticeGiven", false))));
        diagram.decisions(Regulation.WORKS_CHANGE)
                .forEach(task -> unannounced.add(behind(task, paths, announced, Map.of("worksOutcome", "MOVE"))));
        Set<String> early = paths.fromStart(paths.at(node -> node.moment().equals("worksDates.startsAt")), Map.of());
        for (Node step : works) {
            if (unannounced.stream().anyMatch(reached -> reached.contains(step.id()))) {
                report.refuseUnder(CLAUSE, "notice", step.id());
            }
            if (early.contains(step.id())) {
                report.refuseUnder(CLAUSE, "early-works", step.id());
            }
        }
    }

    /** By whatever event, timers at tasks included. */
    private static Set<String> behind(Node node, Paths paths, Predicate<String> closed, Map<String, Object> facts) {
        List<String> first = paths.open(node, facts).stream()
                .map(Flow::id)
                .filter(closed.negate())
                .toList();
        return paths.from(first, closed, facts, true);
    }
}
