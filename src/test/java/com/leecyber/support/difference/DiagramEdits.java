package com.leecyber.support.difference;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Edits of a diagram, each with what the comparison must say about it. */
final class DiagramEdits {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** What one edit is expected to be told as; no property, if the element is added, removed or moved. */
    record Expected(ChangeKind kind, String elementId, String property) {}

    /** One way to edit; nothing, if this diagram offers no occasion for it. */
    @FunctionalInterface
    interface Edit {
        Optional<Expected> apply(Document diagram, Random random);
    }

    enum Kind implements Edit {
        RENAME {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return named(diagram, random).map(element -> {
                    element.setAttribute("name", element.getAttribute("name") + " иначе");
                    return changed(element, "name");
                });
            }
        },
        SAVE_POINT {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, "userTask").map(element -> {
                    element.setAttributeNS(CAMUNDA, "camunda:asyncAfter", "true");
                    return changed(element, "camunda:asyncAfter");
                });
            }
        },
        FORM {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, "userTask").map(element -> {
                    element.setAttributeNS(CAMUNDA, "camunda:formKey", "embedded:deployment:x" + random.nextInt());
                    return changed(element, "camunda:formKey");
                });
            }
        },
        EXPLAIN {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, "documentation").map(element -> {
                    element.setTextContent(element.getTextContent() + " Иначе.");
                    return changed((Element) element.getParentNode(), "documentation");
                });
            }
        },
        CONDITION {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, "conditionExpression").map(element -> {
                    element.setTextContent("${" + random.nextInt() + " > 0}");
                    return changed((Element) element.getParentNode(), "conditionExpression");
                });
            }
        },
        TIMER {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, "timeDate").map(element -> {
                    element.setTextContent("${later" + random.nextInt() + "}");
                    return changed((Element) element.getParentNode().getParentNode(), "timeDate");
                });
            }
        },
        LISTENER {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, "serviceTask").map(element -> {
                    Element extensions = children(element, "extensionElements").stream()
                            .findFirst()
                            .orElseGet(() -> (Element) element.insertBefore(
                                    diagram.createElementNS(BPMN, "bpmn:extensionElements"), element.getFirstChild()));
                    Element listener = diagram.createElementNS(CAMUNDA, "camunda:executionListener");
                    listener.setAttribute("event", "start");
                    listener.setAttribute("delegateExpression", "${x" + random.nextInt() + "}");
                    extensions.appendChild(listener);
                    return changed(element, "camunda:executionListener");
                });
            }
        },
        RETARGET {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, "sequenceFlow")
                        .flatMap(flow -> one(diagram, random, "endEvent")
                                .map(end -> end.getAttribute("id"))
                                .filter(end -> !end.equals(flow.getAttribute("targetRef")))
                                .map(end -> {
                                    flow.setAttribute("targetRef", end);
                                    return changed(flow, "targetRef");
                                }));
            }
        },
        REMOVE {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, random.nextBoolean() ? "boundaryEvent" : "endEvent")
                        .map(element -> {
                            element.getParentNode().removeChild(element);
                            return new Expected(ChangeKind.REMOVED, element.getAttribute("id"), null);
                        });
            }
        },
        ADD {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, random.nextBoolean() ? "process" : "subProcess")
                        .map(container -> {
                            Element task = diagram.createElementNS(BPMN, "bpmn:userTask");
                            task.setAttribute("id", "Task_New" + random.nextInt(Integer.MAX_VALUE));
                            container.appendChild(task);
                            return new Expected(ChangeKind.ADDED, task.getAttribute("id"), null);
                        });
            }
        },
        MOVE {
            @Override
            public Optional<Expected> apply(Document diagram, Random random) {
                return one(diagram, random, "BPMNShape").map(shape -> {
                    Element bounds = children(shape, "Bounds").get(0);
                    bounds.setAttribute("x", String.valueOf(Integer.parseInt(bounds.getAttribute("x")) + 10));
                    return new Expected(ChangeKind.MOVED, shape.getAttribute("bpmnElement"), null);
                });
            }
        }
    }

    private static final Set<String> STAYS_FIRST = Set.of("documentation", "extensionElements");

    private DiagramEdits() {}

    /** Writes the same diagram in another order, as far as no order means anything. */
    static void reorder(Document diagram, Random random) {
        for (Element element : elements(diagram, "*")) {
            boolean container = Set.of("process", "subProcess").contains(element.getLocalName());
            List<Element> free = new ArrayList<>();
            List<Element> flows = new ArrayList<>();
            for (Element child : XmlFile.children(element)) {
                String name = child.getLocalName();
                if (name.equals("sequenceFlow")) {
                    // The first condition that holds wins.
                    flows.add(child);
                } else if (name.equals("incoming")
                        || name.equals("outgoing")
                        || container && !STAYS_FIRST.contains(name)
                        || name.equals("BPMNShape")
                        || name.equals("BPMNEdge")) {
                    free.add(child);
                }
            }
            Collections.shuffle(free, random);
            free.addAll(random.nextInt(free.size() + 1), flows);
            free.forEach(element::appendChild);
        }
    }

    static Document parse(String text) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String write(Document document) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Expected changed(Element element, String property) {
        return new Expected(ChangeKind.CHANGED, element.getAttribute("id"), property);
    }

    private static Optional<Element> named(Document diagram, Random random) {
        return any(
                elements(diagram, "*").stream()
                        .filter(element -> element.hasAttribute("name")
                                && !element.getLocalName().endsWith("Definition"))
                        .toList(),
                random);
    }

    private static Optional<Element> one(Document diagram, Random random, String name) {
        return any(elements(diagram, name), random);
    }

    private static Optional<Element> any(List<Element> elements, Random random) {
        return elements.isEmpty() ? Optional.empty() : Optional.of(elements.get(random.nextInt(elements.size())));
    }

    private static List<Element> children(Element parent, String name) {
        return XmlFile.children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            Node node = found.item(index);
            elements.add((Element) node);
        }
        return elements;
    }
}
