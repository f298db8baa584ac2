package com.leecyber.support.gate;

import java.time.DateTimeException;
import java.time.Period;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The process as a whole: its name, its ids, how long its history is kept. */
final class ProcessRules implements DiagramRule {

    private static final Pattern PROCESS = Pattern.compile("[a-z][A-Za-z]{1,59}");
    private static final Pattern NODE = Pattern.compile("[A-Z][A-Za-z]{1,29}_[A-Za-z][A-Za-z0-9]{0,59}");
    private static final Pattern ANY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,119}");
    /** As Modeler makes them up: {@code Activity_0k2x9aa}. */
    private static final Pattern GENERATED = Pattern.compile(".*_(?=[0-9a-z]*[0-9])[0-9a-z]{7}");

    private static final int LONGEST_NAME = 200;

    @Override
    public void check(Diagram diagram, Surroundings surroundings, Report report) {
        Xml process = diagram.process();
        if (!diagram.file().equals(process.id() + ".bpmn")
                || !PROCESS.matcher(process.id()).matches()) {
            report.refuse("named-after", process.place(), process.id());
        }
        if (!process.get("isExecutable").equals("true")) {
            report.refuse("executable", process.place());
        }
        history(process, report);
        ids(diagram, report);
        names(diagram, report);
    }

    /** Between a month and ten years; shared with tables. */
    static void history(Xml definition, Report report) {
        int days = days(definition.get("camunda:historyTimeToLive"));
        if (days < 30 || days > 3_650) {
            report.refuse("history", definition.place());
        }
    }

    private static int days(String timeToLive) {
        try {
            if (timeToLive.matches("\\d{1,5}")) {
                return Integer.parseInt(timeToLive);
            }
            return timeToLive.matches("P\\d{1,5}D") ? Period.parse(timeToLive).getDays() : 0;
        } catch (DateTimeException e) {
            return 0;
        }
    }

    private static void ids(Diagram diagram, Report report) {
        Set<String> seen = new HashSet<>();
        diagram.definitions().walk(element -> {
            if (element.has("id") && !seen.add(element.id())) {
                report.refuse("id-twice", element.id());
            }
            boolean chosen = Node.isNode(element) || element.is("bpmn:sequenceFlow");
            if (element.has("id")
                            && !(chosen
                                    ? isChosen(element.id())
                                    : ANY.matcher(element.id()).matches())
                    || chosen && !element.has("id")) {
                report.refuse("id", element.place(), element.id());
            }
        });
    }

    private static boolean isChosen(String id) {
        return NODE.matcher(id).matches() && !GENERATED.matcher(id).matches();
    }

    private static void names(Diagram diagram, Report report) {
        for (Node node : diagram.nodes()) {
            boolean join = node.isGateway() && node.outgoing.size() < 2;
            if (!join && node.xml.get("name").isBlank()) {
                report.refuse("name", node.id());
            }
        }
        if (diagram.process().get("name").isBlank()) {
            report.refuse("name", diagram.id());
        }
        diagram.definitions().walk(element -> {
            if (element.get("name").length() > LONGEST_NAME) {
                report.refuse("name", element.place());
            }
        });
    }
}
