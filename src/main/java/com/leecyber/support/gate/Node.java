package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An event, activity or gateway of a diagram. */
final class Node {

    private static final Pattern BEAN = Pattern.compile("\\$\\{([A-Za-z]+)}");
    private static final Pattern MOMENT = Pattern.compile("\\$\\{([A-Za-z.]+)\\(execution\\)}");
    private static final Set<String> ACTIVITIES = Set.of(
            "bpmn:userTask",
            "bpmn:serviceTask",
            "bpmn:receiveTask",
            "bpmn:businessRuleTask",
            "bpmn:callActivity",
            "bpmn:subProcess");
    private static final Set<String> GATEWAYS =
            Set.of("bpmn:exclusiveGateway", "bpmn:inclusiveGateway", "bpmn:parallelGateway");
    private static final Set<String> EVENTS = Set.of(
            "bpmn:startEvent",
            "bpmn:endEvent",
            "bpmn:intermediateCatchEvent",
            "bpmn:intermediateThrowEvent",
            "bpmn:boundaryEvent");

    final Xml xml;
    /** The sub-process around it, null in the process itself. */
    final Node container;

    final List<Flow> incoming = new ArrayList<>();
    final List<Flow> outgoing = new ArrayList<>();
    private final Map<String, String> messages;

    Node(Xml xml, Node container, Map<String, String> messages) {
        this.xml = xml;
        this.container = container;
        this.messages = messages;
    }

    static boolean isNode(Xml xml) {
        return ACTIVITIES.contains(xml.name) || GATEWAYS.contains(xml.name) || EVENTS.contains(xml.name);
    }

    String id() {
        return xml.id();
    }

    boolean is(String kind) {
        return xml.is("bpmn:" + kind);
    }

    boolean isActivity() {
        return ACTIVITIES.contains(xml.name);
    }

    boolean isGateway() {
        return GATEWAYS.contains(xml.name);
    }

    boolean isEvent() {
        return EVENTS.contains(xml.name);
    }

    boolean isEventSubProcess() {
        return is("subProcess") && xml.get("triggeredByEvent").equals("true");
    }

    /** Its event definitions, such as {@code timer}. */
    List<Xml> definitions() {
        return xml.children.stream()
                .filter(child -> child.name.endsWith("EventDefinition"))
                .toList();
    }

    Optional<Xml> definition(String kind) {
        return xml.children("bpmn:" + kind + "EventDefinition").stream().findFirst();
    }

    /** Whether what it is attached to, or what it starts in, ends when it happens. */
    boolean interrupts() {
        return !xml.get(is("boundaryEvent") ? "cancelActivity" : "isInterrupting")
                .equals("false");
    }

    /** What its timer asks: {@code deadlines.dueAt}; an empty text without a timer. */
    String moment() {
        String text =
                definition("timer").map(timer -> timer.textOf("bpmn:timeDate")).orElse("");
        Matcher moment = MOMENT.matcher(text);
        return moment.matches() ? moment.group(1) : "";
    }

    /** The name of the message it waits for, or an empty text. */
    String message() {
        String reference = is("receiveTask")
                ? xml.get("messageRef")
                : definition("message")
                        .map(message -> message.get("messageRef"))
                        .orElse("");
        return messages.getOrDefault(reference, "");
    }

    /** The bean that a service task runs, or an empty text. */
    String step() {
        return is("serviceTask") ? bean(xml.get("camunda:delegateExpression")) : "";
    }

    /** The bean that hears of a task's completion, or an empty text. */
    String decision() {
        return xml.extensions("camunda:taskListener").stream()
                .map(listener -> bean(listener.get("delegateExpression")))
                .findFirst()
                .orElse("");
    }

    /** The beans of its execution listeners. */
    List<String> listeners() {
        return listeners(xml);
    }

    static List<String> listeners(Xml xml) {
        return xml.extensions("camunda:executionListener").stream()
                .map(listener -> bean(listener.get("delegateExpression")))
                .toList();
    }

    /** {@code triageDecision} from <code>${triageDecision}</code>, an empty text from anything else. */
    static String bean(String expression) {
        Matcher bean = BEAN.matcher(expression);
        return bean.matches() ? bean.group(1) : "";
    }
}
