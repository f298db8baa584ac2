package com.leecyber.support.availability;

/** Where one reads of what is behind an interval. */
final class CauseLink {

    private CauseLink() {}

    /** The page of an incident (MI-…) or of works (PW-…, EW-…); null for what has no page. */
    static String of(String reference) {
        if (reference.startsWith("MI-")) {
            return "/incidents/" + reference;
        }
        return reference.startsWith("PW-") || reference.startsWith("EW-") ? "/works/" + reference : null;
    }
}
