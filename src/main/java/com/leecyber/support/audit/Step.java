package com.leecyber.support.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The element of a diagram that is being run or decided on this thread; every entry written meanwhile says so.
 *
 * @param diagram the diagram and its version, such as {@code ticket:3}
 * @param element the element's id, such as {@code Task_Triage}
 */
@JsonPropertyOrder({"diagram", "element"})
public record Step(String diagram, String element) {

    private static final ThreadLocal<Step> current = new ThreadLocal<>();

    /** Where this thread is; empty outside of any diagram. */
    public static Optional<Step> current() {
        return Optional.ofNullable(current.get());
    }

    /** Runs what happens at this element; steps nest. */
    public void during(Runnable action) {
        during(() -> {
            action.run();
            return null;
        });
    }

    /**
     * As {@link #during(Runnable)}, for an action with a result.
     *
     * @return what the action returned
     */
    public <T> T during(Supplier<T> action) {
        Step outer = current.get();
        current.set(this);
        try {
            return action.get();
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        }
    }
}
