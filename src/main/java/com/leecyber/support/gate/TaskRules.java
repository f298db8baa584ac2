package com.leecyber.support.gate;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every task of a person has a team, a form of the same deployment, and one place where its decision is heard. */
final class TaskRules implements DiagramRule {

    private static final Pattern FORM = Pattern.compile("embedded:deployment:([A-Za-z0-9._-]+\\.html)");

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        for (Node task : diagram.nodes("userTask")) {
            team(task, surroundings, report);
            form(task, surroundings, report);
            List<Xml> listeners = task.xml.extensions("camunda:taskListener");
            if (listeners.size() != 1
                    || !listeners.get(0).get("event").equals("complete")
                    || !surroundings.words().taskListeners().contains(task.decision())) {
                report.refuse("decision", task.id(), named(surroundings.words().taskListeners()));
            }
        }
        diagram.elements("camunda:taskListener")
                .filter(listener -> !listener.parent.parent.is("bpmn:userTask"))
                .forEach(listener -> report.refuse("listener", listener.place()));
        diagram.elements("camunda:executionListener")
                .filter(listener -> !isHeard(listener, surroundings.words()))
                .forEach(listener -> report.refuse("listener", listener.place()));
    }

    private static void team(Node task, Surroundings surroundings, Report report) {
        String team = task.xml.get("camunda:candidateGroups");
        if (!Expressions.isIn(team) && !surroundings.words().teams().contains(team)) {
            report.refuse("team", task.id(), team, named(surroundings.words().teams()));
        }
    }

    private static String named(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    /** The form of a task, or of a start that people make. */
    static void form(Node task, Surroundings surroundings, Report report) {
        String key = task.xml.get("camunda:formKey");
        Matcher form = FORM.matcher(key);
        if (Expressions.isIn(key)) {
            return;
        }
        if (!form.matches()) {
            report.refuse("form-key", task.id(), key);
        } else if (!surroundings.files().contains(form.group(1))) {
            report.refuse("form-missing", task.id(), form.group(1));
        }
    }

    private static boolean isHeard(Xml listener, Vocabulary words) {
        boolean onFlow = listener.parent.parent.is("bpmn:sequenceFlow");
        String event = listener.get("event");
        return words.executionListeners().contains(Node.bean(listener.get("delegateExpression")))
                && (onFlow ? event.equals("take") : event.equals("start") || event.equals("end"));
    }
}
