package com.leecyber.support.audit;

import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is acting: the person or client that signed in, or else the part of the system that acts by itself. */
public final class Actor {

    private static final String SYSTEM = "system:";
    private static final String UNNAMED_CAUSE = "application";

    private static final ThreadLocal<Cause> cause = new ThreadLocal<>();

    /** What makes the system act, and whether that goes before whoever signed in. */
    private record Cause(String name, boolean first) {}

    private Actor() {}

    /**
     * The name of whoever signed in; else {@code system:<cause>} within {@link #as(String, Runnable)}; else {@code
     * system:application}. Never null, and an anonymous visitor is nobody.
     */
    public static String current() {
        Cause named = cause.get();
        if (named != null && named.first()) {
            return SYSTEM + named.name();
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
        if (signedIn) {
            return authentication.getName();
        }
        return SYSTEM + (named == null ? UNNAMED_CAUSE : named.name());
    }

    /**
     * Runs a step of the system's own in the name of its cause, on this thread. Causes nest; whoever signed in goes first.
     *
     * @param cause what made the system act, such as {@code timer}; not blank
     */
    public static void as(String cause, Runnable step) {
        as(cause, () -> {
            step.run();
            return null;
        });
    }

    /**
     * As {@link #as(String, Runnable)}, for a step with a result.
     *
     * @return what the step returned
     */
    public static <T> T as(String cause, Supplier<T> step) {
        Cause outer = Actor.cause.get();
        return within(new Cause(cause, outer != null && outer.first()), step);
    }

    /**
     * As {@link #as(String, Supplier)}, for what the system does whoever is signed in on this thread.
     *
     * @return what the step returned
     */
    public static <T> T onlyAs(String cause, Supplier<T> step) {
        return within(new Cause(cause, true), step);
    }

    private static <T> T within(Cause cause, Supplier<T> step) {
        if (cause.name().isBlank()) {
            throw new IllegalArgumentException("A cause needs a name");
        }
        Cause outer = Actor.cause.get();
        Actor.cause.set(cause);
        try {
            return step.get();
        } finally {
            restore(outer);
        }
    }

    private static void restore(Cause outer) {
        if (outer == null) {
            cause.remove();
        } else {
            cause.set(outer);
        }
    }
}
