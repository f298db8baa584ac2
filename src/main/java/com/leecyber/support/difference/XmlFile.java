package com.leecyber.support.difference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that anybody may have written: no document type, no entity of its own, nothing from elsewhere. */
final class XmlFile {

    // Whoever walks the tree does so recursively.
    private static final int DEEPEST = 200;

    private XmlFile() {}

    /** The root, if this is well-formed and a BPMN or DMN file. */
    static Optional<Element> definitions(byte[] content) {
        try {
            Element root = builder().parse(new ByteArrayInputStream(content)).getDocumentElement();
            return Optional.of(root).filter(element -> QualifiedName.of(element).equals("definitions"));
        } catch (SAXException | IOException malformed) {
            return Optional.empty();
        }
    }

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static DocumentBuilder builder() {
        try {
            // The JDK's own, whatever else lies on the classpath.
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("The JDK's XML parser lacks its secure settings", impossible);
        }
    }
}
