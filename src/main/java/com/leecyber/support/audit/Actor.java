package com.leecyber.support.audit;

import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is acting: the person or client that signed in, or else the part of the system that acts by itself. */
public final class Actor {

    private static final String SYSTEM = "system:";
    private static final String UNNAMED_CAUSE = "application";

    private static final ThreadLocal<String> cause = new ThreadLocal<>();

    private Actor() {}

    /**
     * The name of whoever signed in; else {@code system:<cause>} within {@link #as(String, Runnable)}; else {@code
     * system:application}. Never null, and an anonymous visitor is nobody.
     */
    public static String current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
        if (signedIn) {
            return authentication.getName();
        }
        String named = cause.get();
        return SYSTEM + (named == null ? UNNAMED_CAUSE : named);
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
        if (cause.isBlank()) {
            throw new IllegalArgumentException("A cause needs a name");
        }
        String outer = Actor.cause.get();
        Actor.cause.set(cause);
        try {
            return step.get();
        } finally {
            restore(outer);
        }
    }

    private static void restore(String outer) {
        if (outer == null) {
            cause.remove();
        } else {
            cause.set(outer);
        }
    }
}
