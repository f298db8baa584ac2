package com.leecyber.support.gate;

/**
 * An arrow from one node to another of the same process or sub-process.
 *
 * @param condition what must hold, null when it has none that can be read
 */
record Flow(Xml xml, Node source, Node target, Condition condition) {

    String id() {
        return xml.id();
    }

    boolean isDefault() {
        return source.xml.get("default").equals(id());
    }

    boolean asks() {
        return !xml.children("bpmn:conditionExpression").isEmpty();
    }
}
