package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision table as rows of cells. */
record Table(Xml decision, List<Xml> inputs, List<Xml> outputs, List<Row> rows) {

    /**
     * A row.
     *
     * @param asks its cells left, in the order of the columns
     * @param answers its cells right, without quotation marks
     */
    record Row(Xml xml, List<Cell> asks, List<String> answers) {

        String id() {
            return xml.place();
        }

        boolean fits(List<Object> values) {
            for (int column = 0; column < asks.size(); column++) {
                if (!asks.get(column).holds(values.get(column))) {
                    return false;
                }
            }
            return true;
        }
    }

    String id() {
        return decision.id();
    }

    /** The table of a decision; cells that cannot be read are reported, and their rows left out. */
    static Table of(Xml decision, Report report) {
        Xml xml = decision.children("dmn:decisionTable").get(0);
        List<Xml> inputs = xml.children("dmn:input");
        List<Xml> outputs = xml.children("dmn:output");
        List<Row> rows = new ArrayList<>();
        for (Xml rule : xml.children("dmn:rule")) {
            row(rule, inputs.size(), outputs, report).ifPresent(rows::add);
        }
        return new Table(decision, inputs, outputs, rows);
    }

    private static Optional<Row> row(Xml rule, int inputs, List<Xml> outputs, Report report) {
        List<Xml> asks = rule.children("dmn:inputEntry");
        List<Xml> answers = rule.children("dmn:outputEntry");
        if (asks.size() != inputs || answers.size() != outputs.size()) {
            report.refuse("cells", rule.place());
            return Optional.empty();
        }
        List<Cell> cells = new ArrayList<>();
        for (Xml ask : asks) {
            String text = ask.textOf("dmn:text");
            Cell.read(text).ifPresentOrElse(cells::add, () -> report.refuse("cell", ask.place(), text));
        }
        List<String> values = new ArrayList<>();
        for (int column = 0; column < answers.size(); column++) {
            Xml answer = answers.get(column);
            String text = answer.textOf("dmn:text");
            Literal.read(outputs.get(column).get("typeRef"), text)
                    .ifPresentOrElse(values::add, () -> report.refuse("cell", answer.place(), text));
        }
        boolean whole = cells.size() == asks.size() && values.size() == answers.size();
        return whole ? Optional.of(new Row(rule, cells, values)) : Optional.empty();
    }
}
