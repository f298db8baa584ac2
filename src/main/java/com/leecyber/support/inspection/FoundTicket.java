package com.leecyber.support.inspection;

import java.time.Instant;
import java.util.List;

/**
 * A ticket that was searched for, as a line of the list.
 *
 * @param registered where it stands in the list: newest first
 * @param closed null while it is open
 * @param verdict how the first response stands against its promise (R3.2): a {@link com.leecyber.support.sla.Verdict}
 * @param broken the kinds of its broken promises
 * @param reason why it was closed; null while it is open
 * @param exclusionClause what R7.2 excludes, or null
 */
record FoundTicket(
        long id,
        String number,
        long customer,
        String customerName,
        String type,
        String channel,
        String priority,
        String status,
        Instant registered,
        Instant closed,
        String verdict,
        List<String> broken,
        String reason,
        String exclusionClause) {

    /** The same with what its clock says. */
    FoundTicket reads(String said, List<String> missed) {
        return new FoundTicket(
                id,
                number,
                customer,
                customerName,
                type,
                channel,
                priority,
                status,
                registered,
                closed,
                said,
                missed,
                reason,
                exclusionClause);
    }
}
