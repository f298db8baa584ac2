package com.leecyber.support.difference;

import com.leecyber.support.difference.Value.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A BPMN file as its elements, by id and in the file's order. */
final class Diagram {

    private static final Set<String> CONTAINERS = Set.of(
            "definitions",
            "process",
            "subProcess",
            "transaction",
            "adHocSubProcess",
            "collaboration",
            "laneSet",
            "childLaneSet",
            "lane");

    /** Children with an id that belong to their parent: nobody sees them as elements. */
    private static final Set<String> PARTS = Set.of(
            "documentation",
            "extensionElements",
            "multiInstanceLoopCharacteristics",
            "standardLoopCharacteristics",
            "ioSpecification",
            "property",
            "dataInputAssociation",
            "dataOutputAssociation",
            "import",
            "relationship");

    /** Repeated at both ends of a flow, or written anew by each editor. */
    private static final Set<String> REPEATED = Set.of("incoming", "outgoing", "BPMNDiagram");

    private static final Set<String> IGNORED_ATTRIBUTES = Set.of("id");
    private static final Set<String> IGNORED_ON_DEFINITIONS = Set.of("exporter", "exporterVersion");

    /** The file itself has no id that means anything. */
    static final String FILE = "";

    private final Map<String, DiagramElement> elements = new LinkedHashMap<>();
    private final Map<String, String> layouts = new HashMap<>();
    private final Map<String, List<String>> outgoing = new HashMap<>();

    private Diagram() {}

    static Diagram of(Optional<Element> definitions) {
        Diagram diagram = new Diagram();
        definitions.ifPresent(root -> {
            XmlFile.children(root).stream()
                    .filter(child -> child.getLocalName().equals("BPMNDiagram"))
                    .forEach(diagram::readLayout);
            diagram.read(root, FILE, FILE);
        });
        return diagram;
    }

    Map<String, DiagramElement> elements() {
        return elements;
    }

    boolean hasOneProcess() {
        return elements.values().stream()
                        .filter(element -> element.type().equals("process"))
                        .count()
                == 1;
    }

    /** The ways that leave an element, in the order in which the engine tries them. */
    List<String> waysFrom(String elementId) {
        return outgoing.getOrDefault(elementId, List.of());
    }

    /** What a reader sees: the name; of a flow, also where it comes from and leads to. */
    String labelOf(DiagramElement element) {
        String name = element.name();
        if (element.firstValue("sourceRef").isEmpty()
                || element.firstValue("targetRef").isEmpty()) {
            return name;
        }
        String way = nameOf(element.firstValue("sourceRef").orElseThrow()) + " → "
                + nameOf(element.firstValue("targetRef").orElseThrow());
        return name.isEmpty() ? way : name + ": " + way;
    }

    /** What a reader sees, with the id, so that equal names are told apart. */
    String referenceTo(String id) {
        String label = Optional.ofNullable(elements.get(id)).map(this::labelOf).orElse("");
        return label.isEmpty() ? id : label + " (" + id + ")";
    }

    private String nameOf(String id) {
        DiagramElement element = elements.get(id);
        return element == null || element.name().isEmpty() ? id : element.name();
    }

    private void read(Element element, String id, String parent) {
        String type = QualifiedName.of(element);
        Set<String> ignored = type.equals("definitions") ? IGNORED_ON_DEFINITIONS : IGNORED_ATTRIBUTES;
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        if (!parent.equals(FILE)) {
            properties.put("parent", List.of(new Value(Origin.STRUCTURE, parent)));
        }
        properties.putAll(
                ElementProperties.of(element, ignored, child -> isRepeated(child) || isElement(element, child)));
        DiagramElement read = new DiagramElement(id, type, properties, layouts.getOrDefault(id, ""));
        // An id that is there twice is no valid diagram; still neither may hide the other.
        elements.merge(id, read, (first, second) -> first.with(second.properties()));
        read.firstValue("sourceRef")
                .filter(source -> type.equals("sequenceFlow"))
                .ifPresent(source -> outgoing.computeIfAbsent(source, absent -> new ArrayList<>())
                        .add(id));
        XmlFile.children(element).stream()
                .filter(child -> !isRepeated(child) && isElement(element, child))
                .forEach(child -> read(child, child.getAttribute("id"), id));
    }

    private static boolean isElement(Element parent, Element child) {
        String name = QualifiedName.of(child);
        return CONTAINERS.contains(QualifiedName.of(parent))
                && QualifiedName.isNotation(child.getNamespaceURI())
                && !child.getAttribute("id").isEmpty()
                && !PARTS.contains(name);
    }

    private static boolean isRepeated(Element child) {
        return REPEATED.contains(child.getLocalName());
    }

    /** Shapes only: how a line runs follows from what it joins. */
    private void readLayout(Element element) {
        for (Element child : XmlFile.children(element)) {
            if (child.getLocalName().equals("BPMNShape")) {
                layouts.merge(
                        QualifiedName.referredToBy(child.getAttribute("bpmnElement"), child),
                        layoutOf(child),
                        (one, other) -> one + "; " + other);
            } else {
                readLayout(child);
            }
        }
    }

    private static String layoutOf(Element shape) {
        Stream<String> flags = Stream.of("isExpanded", "isHorizontal").map(shape::getAttribute);
        Stream<String> bounds = XmlFile.children(shape).stream()
                .filter(child -> child.getLocalName().equals("Bounds"))
                .flatMap(child -> Stream.of("x", "y", "width", "height").map(child::getAttribute))
                .map(Diagram::wholeNumber);
        return Stream.concat(flags, bounds).collect(Collectors.joining(" "));
    }

    private static String wholeNumber(String number) {
        try {
            return Long.toString(Math.round(Double.parseDouble(number)));
        } catch (NumberFormatException notANumber) {
            return number;
        }
    }
}
