package com.leecyber.support.report;

import java.util.List;

/**
 * A page of figures.
 *
 * @param topic which one
 * @param definition how its figures are defined
 * @param file the name of the CSV that they are computed from
 */
record Report(Topic topic, String definition, List<Section> sections, String file) {

    /** What there are pages of, in their order. */
    enum Topic {
        OVERVIEW,
        RESPONSES,
        RESOLUTION,
        QUEUE,
        ESCALATIONS,
        BREACHES,
        STEPS,
        AGENTS;

        /** Where it is found. */
        public String path() {
            return this == OVERVIEW ? "/reports" : "/reports/" + code();
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
