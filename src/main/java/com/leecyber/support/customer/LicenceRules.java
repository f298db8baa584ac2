package com.leecyber.support.customer;

/** The decision table {@code licence}: who counts as licensed (R1.4). */
public interface LicenceRules {

    /**
     * Decides whether support is owed.
     *
     * @param everLicensed whether the customer ever had a licence that began
     * @param daysSinceExpiry whole days since the latest licence ended; zero or less while it is valid
     */
    LicenceVerdict decide(boolean everLicensed, int daysSinceExpiry);
}
