package com.leecyber.support.difference;

import com.leecyber.support.difference.ColumnChange.Role;
import com.leecyber.support.difference.Table.Column;
import com.leecyber.support.difference.Table.Row;
import com.leecyber.support.difference.Value.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads a decision table; nothing in the file stays untold but widths and places. */
final class TableReader {

    /** The rule's description, which Modeler shows as its annotation. */
    private static final String DESCRIPTION = "description";

    // Rows and columns are matched in time that grows with the square.
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_COLUMNS = 100;

    private static final Set<String> IGNORED = Set.of("exporter", "exporterVersion");
    private static final String WIDTHS = "{http://bpmn.io/";
    private static final Set<String> TABLE_PARTS = Set.of("input", "output", "annotation", "rule");
    private static final Set<String> COLUMN_PARTS =
            Set.of("inputExpression", "inputValues", "outputValues", "defaultOutputEntry");
    private static final Set<String> RULE_PARTS = Set.of("inputEntry", "outputEntry", "annotationEntry", DESCRIPTION);

    private final Element table;
    private final List<Column> columns = new ArrayList<>();

    private TableReader(Element table) {
        this.table = table;
    }

    /** Nothing, if this is anything but one table of a size that a person can read. */
    static Optional<Table> read(Element definitions) {
        List<Element> tables = parts(definitions, "decision").stream()
                .flatMap(decision -> parts(decision, "decisionTable").stream())
                .toList();
        if (tables.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new TableReader(tables.get(0)).read())
                .filter(read ->
                        read.rows().size() <= MOST_ROWS && read.columns().size() <= MOST_COLUMNS);
    }

    private Table read() {
        readColumns("input", Role.INPUT);
        readColumns("output", Role.OUTPUT);
        readColumns("annotation", Role.ANNOTATION);
        List<Row> rows = parts(table, "rule").stream().map(this::row).toList();
        if (rows.stream().anyMatch(row -> !row.cells().get(DESCRIPTION).isEmpty())) {
            columns.add(new Column(DESCRIPTION, Role.ANNOTATION, "", Map.of()));
        }
        return new Table(properties(), columns, rows);
    }

    private Map<String, List<Value>> properties() {
        Element decision = (Element) table.getParentNode();
        Element definitions = (Element) decision.getParentNode();
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        properties.put("notation", List.of(new Value(Origin.STRUCTURE, definitions.getNamespaceURI())));
        properties(
                        definitions,
                        IGNORED,
                        child -> child == decision || child.getLocalName().equals("DMNDI"))
                .forEach((name, values) -> properties.put("definitions." + name, values));
        properties.putAll(properties(decision, Set.of(), child -> child == table));
        properties(table, Set.of("id"), child -> TABLE_PARTS.contains(QualifiedName.of(child)))
                .forEach((name, values) -> properties.merge(name, values, TableReader::both));
        return properties;
    }

    private void readColumns(String part, Role role) {
        Set<String> keys = new HashSet<>();
        for (Element column : parts(table, part)) {
            Map<String, List<Value>> properties =
                    properties(column, Set.of("id"), child -> COLUMN_PARTS.contains(QualifiedName.of(child)));
            XmlFile.children(column).stream()
                    .filter(child -> COLUMN_PARTS.contains(QualifiedName.of(child)))
                    .forEach(child -> properties.merge(
                            QualifiedName.of(child),
                            List.of(new Value(Origin.TEXT, contentOf(child))),
                            TableReader::both));
            String key = part + " " + column.getAttribute("id");
            String free = column.hasAttribute("id") && keys.add(key) ? key : part + " #" + columns.size();
            columns.add(new Column(free, role, labelOf(column), properties));
        }
    }

    private static String labelOf(Element column) {
        Stream<String> names = Stream.of(column.getAttribute("label"), column.getAttribute("name"));
        Stream<String> expressions = parts(column, "inputExpression").stream().map(TableReader::textOf);
        return Stream.concat(names, expressions)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(VisibleText::label)
                .orElse("");
    }

    private Row row(Element rule) {
        Map<String, String> cells = new HashMap<>();
        readCells(parts(rule, "inputEntry"), Role.INPUT, cells);
        readCells(parts(rule, "outputEntry"), Role.OUTPUT, cells);
        readCells(parts(rule, "annotationEntry"), Role.ANNOTATION, cells);
        Stream<String> descriptions = parts(rule, DESCRIPTION).stream().map(TableReader::contentOf);
        Stream<String> others =
                told(properties(rule, Set.of("id"), child -> RULE_PARTS.contains(QualifiedName.of(child))));
        cells.put(DESCRIPTION, joined(Stream.concat(descriptions, others)));
        return new Row(rule.getAttribute("id"), cells);
    }

    private void readCells(List<Element> entries, Role role, Map<String, String> cells) {
        List<Column> own =
                columns.stream().filter(column -> column.role() == role).toList();
        for (int index = 0; index < entries.size() && !own.isEmpty(); index++) {
            // More cells than columns: no engine takes that, and still they must be seen.
            Column column = own.get(Math.min(index, own.size() - 1));
            cells.merge(column.key(), contentOf(entries.get(index)), (one, other) -> one + "\n" + other);
        }
    }

    /** The text, and behind it whatever else the element says. */
    private static String contentOf(Element element) {
        Stream<String> others = told(properties(
                element, Set.of("id"), child -> QualifiedName.of(child).equals("text")));
        return joined(Stream.concat(Stream.of(textOf(element)), others));
    }

    private static String textOf(Element element) {
        return XmlFile.children(element).isEmpty()
                ? element.getTextContent().strip()
                : joined(parts(element, "text").stream()
                        .map(text -> text.getTextContent().strip()));
    }

    private static Stream<String> told(Map<String, List<Value>> properties) {
        return properties.entrySet().stream()
                .flatMap(property -> property.getValue().stream()
                        .map(value -> "[" + property.getKey() + " = " + value.text() + "]"));
    }

    private static Map<String, List<Value>> properties(
            Element element, Set<String> ignored, Predicate<Element> elsewhere) {
        Map<String, List<Value>> properties = new LinkedHashMap<>(ElementProperties.of(element, ignored, elsewhere));
        properties.keySet().removeIf(name -> name.startsWith(WIDTHS));
        return properties;
    }

    private static String joined(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static List<Element> parts(Element parent, String name) {
        return XmlFile.children(parent).stream()
                .filter(child -> QualifiedName.of(child).equals(name))
                .toList();
    }

    private static List<Value> both(List<Value> one, List<Value> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
