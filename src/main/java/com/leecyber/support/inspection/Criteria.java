package com.leecyber.support.inspection;

import com.leecyber.support.sla.PromiseKind;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.TicketType;
import java.time.Instant;
import java.util.List;

/**
 * What tickets are searched for; whatever is null is not asked.
 *
 * @param customers their ids; an empty list finds nothing
 * @param registered when they were registered
 * @param closed when they were closed
 * @param breach whether a promise was broken
 */
record Criteria(
        NumberSought number,
        List<Long> customers,
        String agent,
        Stretch registered,
        Stretch closed,
        String clause,
        Breach breach,
        TicketType type,
        Channel channel,
        Priority priority,
        State state,
        ClosingReason reason) {

    Criteria {
        registered = registered == null ? Stretch.ALWAYS : registered;
        closed = closed == null ? Stretch.ALWAYS : closed;
    }

    /** Whether the work is over. */
    enum State {
        OPEN,
        CLOSED
    }

    /**
     * A stretch of time.
     *
     * @param from its beginning, or null
     * @param to the first moment after it, or null
     */
    record Stretch(Instant from, Instant to) {

        static final Stretch ALWAYS = new Stretch(null, null);

        boolean isAlways() {
            return from == null && to == null;
        }
    }

    /**
     * Whether a promise was broken.
     *
     * @param any false when none must be broken
     * @param kind which one; null when any will do
     */
    record Breach(boolean any, PromiseKind kind) {}

    /** Whether only closed tickets can meet them. */
    boolean onlyClosed() {
        return state == State.CLOSED || reason != null || !closed.isAlways();
    }

    /** Whether only open tickets can meet them. */
    boolean onlyOpen() {
        return state == State.OPEN;
    }
}
