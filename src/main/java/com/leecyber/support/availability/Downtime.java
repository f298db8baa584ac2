package com.leecyber.support.availability;

/**
 * An interval in which something was not available (R7.1).
 *
 * @param reference the number of the incident or works behind it
 * @param service the code of a service; null: the whole platform
 * @param decision the latest decision about it (R7.2), or null
 */
record Downtime(long id, String reference, String service, Interval interval, ExclusionDecision decision) {

    public boolean isExcluded() {
        return decision != null && decision.excludes();
    }

    boolean concerns(String code) {
        return service == null || service.equals(code);
    }

    /** Tells whether somebody looks at what is still so: changes with its limits and with each decision. */
    public String state() {
        return "%s/%s/%s".formatted(interval.from(), interval.to(), decision == null ? "" : decision.id());
    }
}
