package com.leecyber.support.gate;

import java.util.List;

/** A process that people start: Tasklist offers it, its form is there, and one listener hears what was filled in. */
final class StartFormRules implements DiagramRule {

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        List<Node> starts = diagram.nodes("startEvent").stream()
                .filter(start -> start.xml.has("camunda:formKey"))
                .toList();
        for (Node start : starts) {
            TaskRules.form(start, surroundings, report);
            boolean plain = start.container == null && start.definitions().isEmpty();
            boolean heard = start.listeners().size() == 1
                    && surroundings.words().executionListeners().containsAll(start.listeners());
            if (!plain || !heard) {
                report.refuse("start-form", start.id());
            }
        }
        boolean offered = diagram.process().get("camunda:isStartableInTasklist").equals("true");
        if (offered == starts.isEmpty()) {
            report.refuse("start-form", diagram.id());
        }
    }
}
