package com.leecyber.support.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML that has nothing in it but elements, attributes and text; whatever else XML can do is refused. */
final class XmlReader {

    private static final Pattern DECLARATION = Pattern.compile("<\\?xml version=(['\"])1\\.0\\1"
            + "(?: encoding=(['\"])(?i:utf-8)\\2)?(?: standalone=(['\"])(?:yes|no)\\3)?\\s*\\?>");

    private XmlReader() {}

    /**
     * The root element, or empty with a finding in the report.
     *
     * @param namespaces the namespaces that are known, with the prefix that names get here
     */
    static Optional<Xml> read(ProcessFile file, String text, Map<String, String> namespaces, Report report) {
        if (text.startsWith("<?xml") && !DECLARATION.matcher(text).lookingAt()) {
            report.refuse("encoding", "");
            return Optional.empty();
        }
        if (text.contains("<!DOCTYPE")) {
            report.refuse("doctype", "");
            return Optional.empty();
        }
        XmlTree tree = new XmlTree(namespaces);
        try {
            // The very bytes that the engine would read, not the text: both must see the same.
            parser().parse(new ByteArrayInputStream(file.content()), tree);
            return Optional.of(tree.root());
        } catch (XmlTree.Refusal refusal) {
            report.refuse(refusal.rule(), "line " + refusal.line());
        } catch (SAXParseException e) {
            report.refuse("not-xml", "line " + e.getLineNumber(), e.getMessage());
        } catch (SAXException e) {
            report.refuse("not-xml", "", e.getMessage());
        } catch (IOException e) {
            report.refuse("encoding", "");
        }
        return Optional.empty();
    }

    private static SAXParser parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return parser;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("This Java cannot read XML safely", e);
        }
    }
}
