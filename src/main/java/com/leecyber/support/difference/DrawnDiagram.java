package com.leecyber.support.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a diagram's file draws, for whoever follows a way on it.
 *
 * @param elements by id, in the file's order, the flows excepted
 */
public record DrawnDiagram(Map<String, Element> elements, List<Flow> flows) {

    /**
     * @param type such as {@code userTask}
     * @param name empty if it has none
     * @param attachedTo the step on whose border it stands, else empty
     */
    public record Element(String id, String type, String name, String attachedTo) {}

    /** What leads from one element to the next. */
    public record Flow(String id, String from, String to) {}

    /** Reads a file; empty when it is no diagram. */
    public static Optional<DrawnDiagram> of(byte[] file) {
        return XmlFile.definitions(file).map(root -> of(Diagram.of(Optional.of(root))));
    }

    private static DrawnDiagram of(Diagram diagram) {
        Map<String, Element> elements = new LinkedHashMap<>();
        diagram.elements().values().stream()
                .filter(element -> !element.type().equals("sequenceFlow"))
                .forEach(element -> elements.put(element.id(), element(element)));
        List<Flow> flows = diagram.elements().values().stream()
                .filter(element -> element.type().equals("sequenceFlow"))
                .map(flow -> new Flow(flow.id(), value(flow, "sourceRef"), value(flow, "targetRef")))
                .toList();
        return new DrawnDiagram(elements, flows);
    }

    private static Element element(DiagramElement element) {
        return new Element(element.id(), element.type(), element.name(), value(element, "attachedToRef"));
    }

    private static String value(DiagramElement element, String property) {
        return element.firstValue(property).orElse("");
    }
}
