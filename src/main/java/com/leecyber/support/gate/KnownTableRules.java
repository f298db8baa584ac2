package com.leecyber.support.gate;

import com.leecyber.support.gate.KnownTable.Answer;
import com.leecyber.support.gate.KnownTable.Asked;
import com.leecyber.support.gate.Table.Row;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the program expects of the tables that it reads: their columns, and answers that it can use. */
final class KnownTableRules {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
    private static final Pattern ROW_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,59}");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

    private KnownTableRules() {}

    /** Exactly these columns, in this order; a lost or renamed one would show when a ticket asks. */
    static void columns(Table table, KnownTable known, Report report) {
        String inputs = known.inputs().stream()
                .map(column -> column.name() + " (" + column.type() + ")")
                .collect(Collectors.joining(", "));
        String outputs = known.outputs().stream()
                .map(column -> column.name() + " (" + column.type() + ")")
                .collect(Collectors.joining(", "));
        String asked = table.inputs().stream()
                .map(input -> fact(input) + " (" + type(input) + ")")
                .collect(Collectors.joining(", "));
        String answered = table.outputs().stream()
                .map(output -> output.get("name") + " (" + output.get("typeRef") + ")")
                .collect(Collectors.joining(", "));
        if (!inputs.equals(asked) || !outputs.equals(answered)) {
            report.refuseUnder(known.clause(), "columns", table.id(), inputs, outputs);
        }
    }

    private static String fact(Xml input) {
        return input.children("dmn:inputExpression").stream()
                .map(expression -> expression.textOf("dmn:text"))
                .findFirst()
                .orElse("");
    }

    private static String type(Xml input) {
        return input.children("dmn:inputExpression").stream()
                .map(expression -> expression.get("typeRef"))
                .findFirst()
                .orElse("");
    }

    static void check(Table table, KnownTable known, Report report) {
        answers(table, known, report);
        boolean reasons = table.id().equals("exclusion");
        if (reasons) {
            codes(table, known, report);
            return;
        }
        values(table, known, report);
        if (report.isClean()) {
            Completeness.check(table, known, report);
        }
        if (report.isClean() && table.id().equals("responseWindow")) {
            PromisedWindows.check(table, report);
        }
    }

    private static void answers(Table table, KnownTable known, Report report) {
        Set<String> names = new HashSet<>();
        for (Row row : table.rows()) {
            for (int column = 0; column < known.outputs().size(); column++) {
                Answer answer = known.outputs().get(column);
                String value = row.answers().get(column);
                boolean fresh = !answer.rule().equals("row-name") || names.add(value);
                if (!fresh || !isUsable(answer.rule(), value)) {
                    Xml cell = row.xml().children("dmn:outputEntry").get(column);
                    report.refuseUnder(known.clause(), answer.rule(), cell.place(), answer.name(), value);
                }
            }
        }
    }

    private static boolean isUsable(String rule, String value) {
        return switch (rule) {
            case "duration" -> isWindow(value);
            case "share" -> Double.parseDouble(value) > 0 && Double.parseDouble(value) < 1;
            case "clause" -> Clauses.KNOWN.contains(value);
            case "row-name" -> ROW_NAME.matcher(value).matches();
            case "priority" -> KnownTable.PRIORITIES.contains(value);
            case "table-text" -> !value.isBlank();
            case "text-ru" -> CYRILLIC.matcher(value).find();
            case "text-en" ->
                LATIN.matcher(value).find() && !CYRILLIC.matcher(value).find();
            default -> true;
        };
    }

    private static boolean isWindow(String text) {
        try {
            Duration window = Duration.parse(text);
            return window.compareTo(Duration.ZERO) > 0 && window.compareTo(LONGEST_WINDOW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The rows of reasons are the choice in the forms: each names one code of its own. */
    private static void codes(Table table, KnownTable known, Report report) {
        Set<String> seen = new HashSet<>();
        for (Row row : table.rows()) {
            Cell cell = row.asks().get(0);
            List<String> codes = cell.literals();
            boolean one = codes.size() == 1 && cell.tests().size() == 1 && !cell.negated();
            if (!one || !CODE.matcher(codes.get(0)).matches() || !seen.add(codes.get(0))) {
                report.refuseUnder(known.clause(), "code", row.id());
            }
        }
    }

    private static void values(Table table, KnownTable known, Report report) {
        for (Row row : table.rows()) {
            for (int column = 0; column < known.inputs().size(); column++) {
                Asked asked = known.inputs().get(column);
                Cell cell = row.asks().get(column);
                Stream<String> unknown = asked.domain().isEmpty()
                        ? cell.literals().stream()
                        : Stream.concat(
                                        cell.literals().stream(),
                                        cell.turns().stream().map(Object::toString))
                                .filter(value -> !isIn(asked, value));
                String place = row.xml().children("dmn:inputEntry").get(column).place();
                unknown.forEach(value -> report.refuseUnder(
                        known.clause(),
                        "unknown-value",
                        place,
                        value,
                        asked.domain().stream().map(String::valueOf).collect(Collectors.joining(", "))));
            }
        }
    }

    private static boolean isIn(Asked asked, String value) {
        return asked.domain().stream().anyMatch(known -> String.valueOf(known).equals(value));
    }
}
