package com.leecyber.support.inspection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element of a version of a diagram.
 *
 * @param diagram the process's key
 * @param element the element's id
 */
record Place(String diagram, int version, String element) {

    private static final Pattern VERSION = Pattern.compile("([A-Za-z_][\\w-]{0,60}):(\\d{1,9})");

    /** Read from {@code ticket:3} and an id; empty when either is missing. */
    static Optional<Place> of(String label, String element) {
        Matcher matcher = VERSION.matcher(label);
        return matcher.matches() && !element.isEmpty()
                ? Optional.of(new Place(matcher.group(1), Integer.parseInt(matcher.group(2)), element))
                : Optional.empty();
    }

    /** As the engine's rules are named: {@code ticket:3}. */
    public String label() {
        return diagram + ":" + version;
    }
}
