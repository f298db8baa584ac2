package com.leecyber.support.gate;

import com.leecyber.support.gate.KnownTable.Asked;
import com.leecyber.support.gate.Table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a table answers every question once: all combinations are tried, numbers around each one that a cell names. */
final class Completeness {

    private static final int MOST_QUESTIONS = 5_000;

    private Completeness() {}

    static void check(Table table, KnownTable known, Report report) {
        List<List<Object>> questions = questions(table, known);
        if (questions.size() > MOST_QUESTIONS) {
            report.refuse("too-large", table.id());
            return;
        }
        boolean first = table.decision()
                .children("dmn:decisionTable")
                .get(0)
                .get("hitPolicy")
                .equals("FIRST");
        Set<Row> answering = new HashSet<>();
        boolean gap = false;
        for (List<Object> question : questions) {
            List<Row> rows =
                    table.rows().stream().filter(row -> row.fits(question)).toList();
            if (rows.isEmpty() && !gap) {
                gap = true;
                report.refuseUnder(known.clause(), "gap", table.id(), spoken(known, question));
            }
            if (rows.size() > 1 && !first) {
                report.refuseUnder(
                        known.clause(), "overlap", rows.get(1).id(), rows.get(0).id());
            }
            rows.stream().findFirst().ifPresent(answering::add);
        }
        table.rows().stream()
                .filter(row -> first && !answering.contains(row))
                .forEach(row -> report.refuseUnder(known.clause(), "dead-row", row.id()));
    }

    private static List<List<Object>> questions(Table table, KnownTable known) {
        List<List<Object>> questions = List.of(List.of());
        for (int column = 0; column < known.inputs().size(); column++) {
            List<Object> values = values(table, known.inputs().get(column), column);
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> question : questions) {
                for (Object value : values) {
                    List<Object> next = new ArrayList<>(question);
                    next.add(value);
                    longer.add(next);
                }
            }
            questions = longer;
        }
        return questions;
    }

    private static List<Object> values(Table table, Asked asked, int column) {
        if (!asked.domain().isEmpty()) {
            return asked.domain();
        }
        Set<BigDecimal> numbers = new TreeSet<>(Set.of(BigDecimal.ZERO));
        for (Row row : table.rows()) {
            for (BigDecimal turn : row.asks().get(column).turns()) {
                numbers.addAll(List.of(turn.subtract(BigDecimal.ONE), turn, turn.add(BigDecimal.ONE)));
            }
        }
        return List.copyOf(numbers);
    }

    private static String spoken(KnownTable known, List<Object> question) {
        List<String> parts = new ArrayList<>();
        for (int column = 0; column < question.size(); column++) {
            parts.add(known.inputs().get(column).name() + " = " + question.get(column));
        }
        return parts.stream().collect(Collectors.joining(", "));
    }
}
