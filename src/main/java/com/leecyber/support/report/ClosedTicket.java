package com.leecyber.support.report;

import java.time.Instant;

/**
 * What the ticket itself says, once it is closed.
 *
 * @param priority null when nobody decided it
 * @param exclusion null unless R7.2 excludes it
 * @param incident the incident that it waited for, or null
 */
record ClosedTicket(
        long id,
        String number,
        long customerId,
        String channel,
        String type,
        String service,
        String priority,
        String closingReason,
        String exclusion,
        String incident,
        boolean movedToPanel,
        Instant registeredAt,
        Instant closedAt) {}
