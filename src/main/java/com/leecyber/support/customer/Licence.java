package com.leecyber.support.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** A paid right to use the platform for a time (R1.4). */
@Entity
class Licence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long customerId;
    private Instant validFrom;
    private Instant validUntil;

    protected Licence() {}

    Licence(long customerId, Instant validFrom, Instant validUntil) {
        this.customerId = customerId;
        this.validFrom = validFrom;
        this.validUntil = validUntil;
    }

    Instant validUntil() {
        return validUntil;
    }

    /** Whole days since the licence ended, counted up; zero or less while it is valid. */
    int daysSinceExpiry(Instant at) {
        return daysSinceExpiry(validUntil, at);
    }

    static int daysSinceExpiry(Instant validUntil, Instant at) {
        Duration past = Duration.between(validUntil, at);
        return past.isNegative() || past.isZero() ? (int) past.toDays() : (int) past.toDays() + 1;
    }
}
