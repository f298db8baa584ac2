package com.leecyber.support.difference;

import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Node;

/** Names and references that do not depend on the prefixes a tool chose. */
final class QualifiedName {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Pattern DMN = Pattern.compile("https?://www\\.omg\\.org/spec/DMN/\\d{8}/(MODEL/|dmn\\.xsd)");

    private static final Map<String, String> PREFIXES = Map.of(
            "http://camunda.org/schema/1.0/bpmn",
            "camunda:",
            "http://camunda.org/schema/1.0/dmn",
            "camunda:",
            "http://camunda.org/schema/modeler/1.0",
            "modeler:",
            XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI,
            "xsi:");

    private QualifiedName() {}

    /** The bare name of what BPMN and DMN define, {@code camunda:…} of Camunda's own, {@code {namespace}…} of others. */
    static String of(Node node) {
        String namespace = node.getNamespaceURI();
        // The notations' own attributes have no namespace; one that has is another attribute.
        return node instanceof Attr && isNotation(namespace)
                ? "{" + namespace + "}" + node.getLocalName()
                : of(namespace, node.getLocalName());
    }

    /** Whether this is BPMN 2.0 or any DMN. */
    static boolean isNotation(String namespace) {
        return namespace != null
                && (namespace.equals(BPMN) || DMN.matcher(namespace).matches());
    }

    /** What {@code prefix:name} refers to, seen from this node; a name of the file's own namespace is bare. */
    static String referredToBy(String reference, Node node) {
        int colon = reference.indexOf(':');
        String namespace = colon < 1 ? null : node.lookupNamespaceURI(reference.substring(0, colon));
        if (namespace == null) {
            return reference;
        }
        String own = node.getOwnerDocument().getDocumentElement().getAttribute("targetNamespace");
        String name = reference.substring(colon + 1);
        return namespace.equals(own) ? name : of(namespace, name);
    }

    private static String of(String namespace, String name) {
        if (namespace == null || isNotation(namespace)) {
            return name;
        }
        return PREFIXES.getOrDefault(namespace, "{" + namespace + "}") + name;
    }
}
