package com.leecyber.support.gate;

import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the tree while it is read, and stops where it grows beyond anything that a person draws. */
final class XmlTree extends DefaultHandler {

    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 20_000;

    private final Map<String, String> namespaces;
    private Locator locator;
    private Xml root;
    private Xml current;
    private int depth;
    private int elements;

    XmlTree(Map<String, String> namespaces) {
        this.namespaces = namespaces;
    }

    /** Why reading stopped. */
    static final class Refusal extends SAXException {

        private static final long serialVersionUID = 1;

        private final String rule;
        private final int line;

        Refusal(String rule, int line) {
            super(rule);
            this.rule = rule;
            this.line = line;
        }

        String rule() {
            return rule;
        }

        int line() {
            return line;
        }
    }

    Xml root() {
        return root;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws Refusal {
        if (++depth > DEEPEST) {
            throw new Refusal("too-deep", locator.getLineNumber());
        }
        if (++elements > MOST_ELEMENTS) {
            throw new Refusal("too-large", locator.getLineNumber());
        }
        Xml element = new Xml(known(uri, local), locator.getLineNumber(), current);
        for (int i = 0; i < attributes.getLength(); i++) {
            element.attributes.put(known(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
        }
        if (current == null) {
            root = element;
        } else {
            current.children.add(element);
        }
        current = element;
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        current = current.parent;
        depth--;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        current.append(characters, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) throws Refusal {
        throw new Refusal("processing-instruction", locator.getLineNumber());
    }

    @Override
    public void skippedEntity(String name) throws Refusal {
        throw new Refusal("doctype", locator.getLineNumber());
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws Refusal {
        throw new Refusal("doctype", locator.getLineNumber());
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        throw e;
    }

    private String known(String uri, String local) {
        return uri.isEmpty() ? local : namespaces.getOrDefault(uri, Xml.UNKNOWN) + ":" + local;
    }
}
