package com.leecyber.support.report;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the figures of closed tickets up with the tickets, on as many nodes as there are. */
@Component
public class ClosedTickets {

    private static final Logger log = LoggerFactory.getLogger(ClosedTickets.class);

    static final int BATCH = 500;

    private final ClosedTicketBatch batch;
    private final DueTickets due;

    ClosedTickets(ClosedTicketBatch batch, DueTickets due) {
        this.batch = batch;
        this.due = due;
    }

    /**
     * Computes what is due, and what an older version of the program computed, until nothing is left that can be computed now.
     *
     * @return how many tickets were looked at
     */
    public long catchUp() {
        long looked = 0;
        int batched = next();
        while (batched > 0) {
            looked += batched;
            batched = next();
        }
        return looked;
    }

    /** Computes some; 0 when nothing is due. */
    int next() {
        int computed = computed();
        return computed == 0 && due.addOutdated(ClosedFacts.VERSION, BATCH) > 0 ? computed() : computed;
    }

    private int computed() {
        try {
            return batch.computeNext(BATCH);
        } catch (RuntimeException e) {
            log.debug("A batch of closed tickets fails, so they are computed one by one", e);
            return oneByOne();
        }
    }

    /** One that cannot be computed waits, and keeps nobody else waiting. */
    private int oneByOne() {
        int looked = 0;
        int found = 1;
        while (found > 0 && looked < BATCH) {
            try {
                found = batch.computeNext(1);
            } catch (RuntimeException e) {
                log.warn("The figures of a closed ticket cannot be computed now", e);
                batch.postponeNext(e);
            }
            looked += found;
        }
        return looked;
    }
}
