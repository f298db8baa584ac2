package com.leecyber.support.works;

import com.leecyber.support.ticket.InvalidInput;
import java.util.Map;
import java.util.Set;

/** Where works stand. */
public enum WorksState {
    /** Their window waits for a shift lead, or to be planned anew. */
    PLANNED,
    /** A shift lead agreed with their window. */
    APPROVED,
    RUNNING,
    OVER,
    CANCELLED;

    private static final Map<WorksState, Set<WorksState>> NEXT = Map.of(
            PLANNED, Set.of(PLANNED, APPROVED, CANCELLED),
            APPROVED, Set.of(PLANNED, RUNNING, CANCELLED),
            RUNNING, Set.of(OVER),
            OVER, Set.of(),
            CANCELLED, Set.of());

    /**
     * The next state.
     *
     * @throws InvalidInput when that step does not exist: somebody else was faster
     */
    WorksState to(WorksState next) {
        if (!NEXT.get(this).contains(next)) {
            throw new InvalidInput("outcome", "input.works-moved-on");
        }
        return next;
    }
}
