package com.leecyber.support.inspection;

import java.time.Instant;
import java.util.List;

/**
 * What the engine itself remembers of a ticket's processes. It may be gone: the engine removes what is long over, and an
 * administrator can delete it.
 */
public interface EngineHistory {

    /** How an element was left. */
    enum Left {
        STILL_THERE,
        COMPLETED,
        /** Broken off: by an event on its border, or with the process. */
        CANCELLED
    }

    /**
     * One process.
     *
     * @param diagram the process's key
     * @param version of the diagram by which it goes on, or went to its end
     * @param caller the process that called it, or null
     * @param ended null while it runs
     * @param deleted why it was ended from outside, or null
     * @param steps in the order in which they were reached
     */
    record Run(
            String id,
            String diagram,
            int version,
            String caller,
            Instant began,
            Instant ended,
            String deleted,
            List<Step> steps) {

        public Run {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One passage of one element.
     *
     * @param id the engine's id of this passage
     * @param scope the passage of the subprocess around it, or the process
     * @param version of the diagram that was in force when it was left
     * @param order in which the engine reached it
     * @param task the id of the person's task, or null
     * @param person who had the task, or null
     */
    record Step(
            String id,
            String scope,
            int version,
            String element,
            String name,
            String type,
            Instant began,
            Instant ended,
            Left left,
            long order,
            String task,
            String person) {}

    /**
     * What somebody did with the engine, as its operation log has it.
     *
     * @param property what was changed, or null
     */
    record Operation(
            Instant at,
            String person,
            String kind,
            String entity,
            String task,
            String property,
            String before,
            String after) {}

    /** A variable that routes the process, with its last value. */
    record Fact(String process, String name, String value, Instant setAt) {}

    /** The processes with this business key, in the order of their beginning. */
    List<Run> runs(String number);

    /** What people did with them, in order; at most 500. */
    List<Operation> operations(String number);

    /** Their variables; at most 500. */
    List<Fact> facts(String number);
}
