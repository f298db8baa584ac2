package com.leecyber.support.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer and the end of their latest licence.
 *
 * @param validUntil null for who never had one
 */
record LatestLicence(Customer customer, Instant validUntil) {

    /** As {@link Licence#daysSinceExpiry(Instant)}; empty for who never had one. */
    Optional<Integer> daysSinceExpiry(Instant at) {
        return Optional.ofNullable(validUntil).map(end -> Licence.daysSinceExpiry(end, at));
    }
}
