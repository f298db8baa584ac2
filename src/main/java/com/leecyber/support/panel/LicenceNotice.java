package com.leecyber.support.panel;

import com.leecyber.support.customer.Licensing;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a customer beforehand that their licence has ended (R1.4). */
@Component
class LicenceNotice {

    private final Licensing licensing;
    private final Clock clock;

    LicenceNotice(Licensing licensing, Clock clock) {
        this.licensing = licensing;
        this.clock = clock;
    }

    /**
     * That there is no valid licence.
     *
     * @param ended when the last one did; null when there never was one
     */
    record Ended(Instant ended) {}

    /** Empty while support is owed. */
    Optional<Ended> of(long customerId) {
        Instant now = clock.instant();
        return licensing.check(customerId, now).valid()
                ? Optional.empty()
                : Optional.of(new Ended(licensing.validUntil(customerId, now).orElse(null)));
    }
}
