package com.leecyber.support.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request to erase a customer's personal data, and how far it has come.
 *
 * @param reference where the request itself is kept
 * @param address the customer's address; null once the work is done
 * @param chats every chat that was theirs; empty once the work is done
 * @param reached the id of the last ticket whose texts are gone
 * @param done what was erased so far
 * @param trouble why the last attempt failed or waits, or null
 * @param finishedAt null while the work goes on
 */
record Erasure(
        long id,
        long customerId,
        String requestedBy,
        Instant requestedAt,
        String reference,
        String address,
        List<Long> chats,
        long reached,
        Amounts done,
        int attempts,
        String trouble,
        Instant finishedAt) {

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** What the journal says of each thing that was erased; the work is the system's, the decision a person's. */
    Map<String, Object> cause() {
        return Map.of("erasure", id, "by", requestedBy);
    }
}
