package com.leecyber.support.difference;

import com.leecyber.support.difference.Value.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Element by element, matched by id. */
final class DiagramComparison {

    private static final List<ChangeKind> ORDER =
            List.of(ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED, ChangeKind.MOVED);

    private final Diagram before;
    private final Diagram after;
    private final boolean sameProcess;

    private DiagramComparison(Diagram before, Diagram after) {
        this.before = before;
        this.after = after;
        sameProcess = before.hasOneProcess() && after.hasOneProcess();
    }

    static DiagramDifference between(String name, Optional<Element> before, Optional<Element> after) {
        List<ElementChange> changes = new DiagramComparison(Diagram.of(before), Diagram.of(after)).changes();
        return new DiagramDifference(name, before.isEmpty(), after.isEmpty(), changes);
    }

    private List<ElementChange> changes() {
        Stream<ElementChange> gone = before.elements().values().stream()
                .filter(element -> !after.elements().containsKey(element.id()))
                .map(this::removed);
        Stream<ElementChange> there = after.elements().values().stream()
                .flatMap(element -> Optional.ofNullable(before.elements().get(element.id()))
                        .map(old -> changed(old, element))
                        .orElseGet(() -> Optional.of(added(element)))
                        .stream());
        return Stream.concat(gone, there)
                .sorted(Comparator.comparing(change -> ORDER.indexOf(change.kind())))
                .toList();
    }

    private ElementChange removed(DiagramElement element) {
        return change(ChangeKind.REMOVED, element, before, comparison().allOfRemoved(element.properties()));
    }

    private ElementChange added(DiagramElement element) {
        return change(ChangeKind.ADDED, element, after, comparison().allOf(element.properties()));
    }

    private Optional<ElementChange> changed(DiagramElement old, DiagramElement proposed) {
        List<PropertyChange> properties = new ArrayList<>();
        if (!old.type().equals(proposed.type())) {
            properties.add(new PropertyChange("type", old.type(), proposed.type()));
        }
        properties.addAll(comparison().between(comparable(old, proposed), comparable(proposed, old)));
        orderOfConditions(proposed).ifPresent(properties::add);
        if (!properties.isEmpty()) {
            return Optional.of(change(ChangeKind.CHANGED, proposed, after, properties));
        }
        return old.layout().equals(proposed.layout())
                ? Optional.empty()
                : Optional.of(change(ChangeKind.MOVED, proposed, after, List.of()));
    }

    /** When the only process gets another id, each of its elements is where it was. */
    private Map<String, List<Value>> comparable(DiagramElement element, DiagramElement counterpart) {
        if (!sameProcess || !isInProcess(element) || !isInProcess(counterpart)) {
            return element.properties();
        }
        Map<String, List<Value>> withoutParent = new LinkedHashMap<>(element.properties());
        withoutParent.remove("parent");
        return withoutParent;
    }

    private boolean isInProcess(DiagramElement element) {
        return element.firstValue("parent")
                .map(parent -> Objects.requireNonNullElse(
                        before.elements().get(parent), after.elements().get(parent)))
                .filter(parent -> parent.type().equals("process"))
                .isPresent();
    }

    /** The first condition that holds wins, so their order in the file is a part of the rule. */
    private Optional<PropertyChange> orderOfConditions(DiagramElement gateway) {
        if (!gateway.type().equals("exclusiveGateway")) {
            return Optional.empty();
        }
        Set<String> defaults = Stream.of(before, after)
                .map(diagram -> diagram.elements().get(gateway.id()))
                .flatMap(element -> element.firstValue("default").stream())
                .collect(Collectors.toSet());
        List<String> old = before.waysFrom(gateway.id());
        List<String> proposed = after.waysFrom(gateway.id());
        List<String> oldOrder = common(old, Set.copyOf(proposed), defaults);
        List<String> order = common(proposed, Set.copyOf(old), defaults);
        return oldOrder.equals(order)
                ? Optional.empty()
                : Optional.of(new PropertyChange("conditionOrder", told(oldOrder, before), told(order, after)));
    }

    private static List<String> common(List<String> ways, Set<String> others, Set<String> defaults) {
        return ways.stream()
                .filter(way -> others.contains(way) && !defaults.contains(way))
                .toList();
    }

    private static String told(List<String> ways, Diagram diagram) {
        return ways.stream()
                .map(way -> diagram.labelOf(diagram.elements().get(way)))
                .collect(Collectors.joining("\n"));
    }

    private PropertyComparison comparison() {
        return new PropertyComparison(
                (property, value) -> shown(property, value, before),
                (property, value) -> shown(property, value, after));
    }

    private static String shown(String property, Value value, Diagram diagram) {
        boolean reference = property.endsWith("Ref") || property.equals("default") || property.equals("parent");
        return reference && value.origin() != Origin.COMPOSITE
                ? diagram.referenceTo(VisibleText.of(value.text()))
                : VisibleText.of(value.text());
    }

    private static ElementChange change(
            ChangeKind kind, DiagramElement element, Diagram diagram, List<PropertyChange> properties) {
        return new ElementChange(kind, element.id(), element.type(), diagram.labelOf(element), properties);
    }
}
