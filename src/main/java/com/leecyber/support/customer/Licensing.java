package com.leecyber.support.customer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Some of the customers who are owed support.
     *
     * @param last the id up to which every customer has been looked at
     * @param complete whether there are no more
     */
    public record Page(List<Customer> licensed, long last, boolean complete) {}

    /** Of the next customers by id, those who are owed support at a moment (R1.4). */
    public Page licensed(long after, int atMost, Instant at) {
        List<LatestLicence> page = licences.latest(after, atMost, at);
        // Many licences end on the same day: the table is asked once about each.
        Map<Optional<Integer>, Boolean> verdicts = new HashMap<>();
        List<Customer> licensed = page.stream()
                .filter(latest -> verdicts.computeIfAbsent(latest.daysSinceExpiry(at), this::isOwedSupport))
                .map(LatestLicence::customer)
                // Who had their data erased keeps the licence, but cannot be written to.
                .filter(customer -> !customer.isErased())
                .toList();
        long last =
                page.isEmpty() ? after : page.get(page.size() - 1).customer().id();
        return new Page(licensed, last, page.size() < atMost);
    }

    private boolean isOwedSupport(Optional<Integer> daysSinceExpiry) {
        return rules.decide(daysSinceExpiry.isPresent(), daysSinceExpiry.orElse(0))
                .valid();
    }

    /** The end of the latest licence that had begun by then, if there was one. */
    public Optional<Instant> validUntil(long customerId, Instant at) {
        return latest(customerId, at).map(Licence::validUntil);
    }

    private Optional<Licence> latest(long customerId, Instant at) {
        return licences.latest(customerId, at);
    }
}
