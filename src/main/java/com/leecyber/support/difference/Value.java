package com.leecyber.support.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** One value of a property as it stands in the file. Two values are equal only if their XML says the same. */
record Value(Origin origin, String text) {

    enum Origin {
        ATTRIBUTE,
        TEXT,
        /** An element with attributes or elements of its own, told as {@code name = "value"}. */
        COMPOSITE,
        /** Read out of how elements stand in each other. */
        STRUCTURE
    }

    static Value of(Element element) {
        List<Attr> attributes = attributes(element);
        List<Element> children = XmlFile.children(element);
        if (attributes.isEmpty() && children.isEmpty()) {
            return new Value(Origin.TEXT, textOf(element));
        }
        Stream<String> own = children.isEmpty() && !textOf(element).isEmpty()
                ? Stream.of(quoted(textOf(element)))
                : children.stream().map(Value::told);
        return new Value(
                Origin.COMPOSITE,
                Stream.concat(attributes.stream().map(Value::told), own).collect(Collectors.joining(", ")));
    }

    static Value of(Attr attribute) {
        return new Value(Origin.ATTRIBUTE, valueOf(attribute));
    }

    /** The attributes that mean something, in an order of their own. */
    static List<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(index -> (Attr) element.getAttributes().item(index))
                .filter(Value::hasMeaning)
                .sorted((one, other) -> QualifiedName.of(one).compareTo(QualifiedName.of(other)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean hasMeaning(Attr attribute) {
        if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
            return false;
        }
        return switch (QualifiedName.of(attribute)) {
            case "xsi:schemaLocation", "xsi:noNamespaceSchemaLocation" -> false;
            // What an expression is when nothing is said.
            case "xsi:type" -> !valueOf(attribute).equals("tFormalExpression");
            default -> true;
        };
    }

    private static String valueOf(Attr attribute) {
        String name = QualifiedName.of(attribute);
        return name.equals("xsi:type") || isReference(name) && attribute.getNamespaceURI() == null
                ? QualifiedName.referredToBy(attribute.getValue(), attribute.getOwnerElement())
                : attribute.getValue();
    }

    private static String textOf(Element element) {
        String text = element.getTextContent().strip();
        return isReference(QualifiedName.of(element)) ? QualifiedName.referredToBy(text, element) : text;
    }

    private static boolean isReference(String name) {
        return name.endsWith("Ref");
    }

    private static String told(Attr attribute) {
        return QualifiedName.of(attribute) + " = " + quoted(valueOf(attribute));
    }

    private static String told(Element child) {
        Value value = of(child);
        String text = value.origin == Origin.COMPOSITE ? "(" + value.text + ")" : quoted(value.text);
        return QualifiedName.of(child) + ": " + text;
    }

    /** Quoted so that no value can pass for two. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
