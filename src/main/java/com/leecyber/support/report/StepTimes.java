package com.leecyber.support.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How long tickets stayed where their diagrams let them wait, as the engine remembers it. */
public interface StepTimes {

    /**
     * An element of a diagram at which something waited: for a person, a message or a moment.
     *
     * @param diagram the process's key
     * @param version counts the versions from 1
     * @param visits how often the token came there
     * @param seconds how long it stayed, in all
     */
    record Step(String diagram, int version, String element, long visits, long seconds) {}

    /**
     * The steps of tickets, those of called processes included.
     *
     * @param numbers the tickets' numbers
     * @return by number; one whose process still runs, or that the engine does not know, is missing
     */
    Map<String, List<Step>> of(Collection<String> numbers);
}
