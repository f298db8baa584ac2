package com.leecyber.support.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable: the few facts that route a token. Enums travel as their names; texts never travel.
 *
 * @param name as the diagrams spell it
 * @param type String or Boolean
 */
record Variable<T>(String name, Class<T> type) {

    static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
