package com.leecyber.support.customer;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Grants licences and answers whether one is valid (R1.4). */
@Service
public class Licensing {

    private final Licences licences;
    private final LicenceRules rules;

    Licensing(Licences licences, LicenceRules rules) {
        this.licences = licences;
        this.rules = rules;
    }

    /** Gives the customer a licence for a time; {@code validUntil} is the first moment without it. */
    public void grant(long customerId, Instant validFrom, Instant validUntil) {
        licences.save(new Licence(customerId, validFrom, validUntil));
    }

    /** Decides by the table {@code licence} whether the customer is owed support at a moment (R1.4). */
    public LicenceVerdict check(long customerId, Instant at) {
        return latest(customerId, at)
                .map(licence -> rules.decide(true, licence.daysSinceExpiry(at)))
                .orElseGet(() -> rules.decide(false, 0));
    }

    /** The end of the latest licence that had begun by then, if there was one. */
    public Optional<Instant> validUntil(long customerId, Instant at) {
        return latest(customerId, at).map(Licence::validUntil);
    }

    private Optional<Licence> latest(long customerId, Instant at) {
        return licences.latest(customerId, at);
    }
}
