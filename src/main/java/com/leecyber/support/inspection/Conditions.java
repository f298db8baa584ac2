package com.leecyber.support.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions of a statement, built from what is asked alone.
 *
 * <p>What is not asked is not in the statement, so that the database plans each question for itself.
 */
final class Conditions {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Conditions and(String condition) {
        all.add(condition);
        return this;
    }

    /** A condition with one parameter; none when that is null. */
    Conditions and(String condition, String parameter, Object value) {
        if (value != null) {
            all.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** With the word {@code where}; nothing when there is no condition. */
    String where() {
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
