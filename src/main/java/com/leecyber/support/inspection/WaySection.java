package com.leecyber.support.inspection;

import com.leecyber.support.inspection.EngineHistory.Left;
import com.leecyber.support.proof.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The way of one process through one version of its diagram.
 *
 * @param id unique on the page
 * @param title what process owners call the diagram
 * @param drawable whether the file is still there
 * @param movedTo the version by which the process went on, or null
 * @param flows the ids of the flows that were taken
 */
record WaySection(
        String id,
        String diagram,
        int version,
        String title,
        Instant deployedAt,
        boolean drawable,
        Integer movedTo,
        List<Passage> steps,
        Set<String> flows) {

    /**
     * One line of the way.
     *
     * @param number counts the passages of this section from 1
     * @param who the person, or the element itself
     * @param ended null while it is there
     * @param left null when only the journal knows of it
     * @param entry what the journal says of it, or null
     * @param outcome what was decided, or null
     */
    record Passage(
            int number,
            String element,
            String name,
            String type,
            Instant began,
            Instant ended,
            Left left,
            String who,
            JournalEntry entry,
            String outcome) {

        /** The same with what was decided there. */
        Passage decided(JournalEntry decision, String decided) {
            return new Passage(number, element, name, type, began, ended, left, decision.actor(), decision, decided);
        }

        /** Null while it is there, and when only the journal knows of it. */
        public Duration length() {
            return ended == null ? null : Duration.between(began, ended);
        }
    }

    public String flowIds() {
        return String.join(" ", flows);
    }

    /** As the engine's rules are named: {@code ticket:3}. */
    public String label() {
        return diagram + ":" + version;
    }
}
