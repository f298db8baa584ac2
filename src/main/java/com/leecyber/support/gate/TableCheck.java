package com.leecyber.support.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A table: every word of it known, one decision, cells that are plain values; and what the program expects of its own. */
final class TableCheck {

    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 20;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{1,59}");

    private TableCheck() {}

    static void check(ProcessFile file, String text, Surroundings surroundings, Report report) {
        XmlReader.read(file, text, DmnGrammar.NAMESPACES, report)
                .ifPresent(definitions -> check(file, definitions, surroundings, report));
    }

    private static void check(ProcessFile file, Xml definitions, Surroundings surroundings, Report report) {
        DmnGrammar.GRAMMAR.check(definitions, report);
        if (!report.isClean()) {
            return;
        }
        List<Xml> decisions = definitions.children("dmn:decision");
        if (decisions.size() != 1
                || decisions.get(0).children("dmn:decisionTable").size() != 1) {
            report.refuse("one-table", file.name());
            return;
        }
        Xml decision = decisions.get(0);
        if (!file.stem().equals(decision.id()) || !NAME.matcher(decision.id()).matches()) {
            report.refuse("named-after", decision.place(), decision.id());
        }
        ProcessRules.history(decision, report);
        words(definitions, report);
        Table table = Table.of(decision, report);
        columns(table, surroundings, report);
        KnownTable known = KnownTable.ALL.get(table.id());
        if (known != null && report.isClean()) {
            KnownTableRules.check(table, known, report);
        }
    }

    private static void words(Xml definitions, Report report) {
        Set<String> ids = new HashSet<>();
        definitions.walk(element -> {
            if (element.has("id") && !ids.add(element.id())) {
                report.refuse("id-twice", element.id());
            }
            element.attributes.values().stream()
                    .filter(Expressions::isIn)
                    .forEach(value -> report.refuse("expression", element.place(), value));
            if (Expressions.isIn(element.text())) {
                report.refuse("expression", element.place(), element.text());
            }
        });
    }

    private static void columns(Table table, Surroundings surroundings, Report report) {
        Xml xml = table.decision().children("dmn:decisionTable").get(0);
        if (!Set.of("", "UNIQUE", "FIRST").contains(xml.get("hitPolicy"))) {
            report.refuse("hit-policy", xml.place(), xml.get("hitPolicy"));
        }
        int rows = xml.children("dmn:rule").size();
        int columns = table.inputs().size() + table.outputs().size();
        if (rows > MOST_ROWS || columns > MOST_COLUMNS) {
            report.refuse("too-large", table.id());
        }
        if (rows == 0 || table.inputs().isEmpty() || table.outputs().isEmpty()) {
            report.refuse("table-empty", table.id());
        }
        KnownTable known = KnownTable.ALL.get(table.id());
        if (known != null) {
            KnownTableRules.columns(table, known, report);
            return;
        }
        for (Xml input : table.inputs()) {
            for (Xml expression : input.children("dmn:inputExpression")) {
                String fact = expression.textOf("dmn:text");
                if (!surroundings.words().variables().contains(fact)) {
                    report.refuse("unknown-variable", input.place(), fact);
                }
            }
        }
        table.outputs().stream()
                .filter(output -> !Literal.TYPES.contains(output.get("typeRef"))
                        || !NAME.matcher(output.get("name")).matches())
                .forEach(output -> report.refuse("column", output.place(), output.get("name")));
    }
}
