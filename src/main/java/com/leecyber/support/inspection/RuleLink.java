package com.leecyber.support.inspection;

import java.util.Optional;

/**
 * A rule of a version of a table, as a link names it.
 *
 * @param table the table's key
 * @param rule the rule's name in the table; empty when it is not known
 */
record RuleLink(String table, int version, String rule) {

    /** Read from {@code priority:3} and a rule's name; empty when there is no such label. */
    static Optional<RuleLink> of(String label, String rule) {
        return label == null
                ? Optional.empty()
                : Place.of(label, "-")
                        .map(place -> new RuleLink(place.diagram(), place.version(), rule == null ? "" : rule));
    }

    /** As the journal names the version: {@code priority:3}. */
    public String label() {
        return table + ":" + version;
    }
}
