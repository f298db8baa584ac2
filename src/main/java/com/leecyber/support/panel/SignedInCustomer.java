package com.leecyber.support.panel;

import java.util.Locale;

/** The principal of the panel's session: one of the customers. */
interface SignedInCustomer {

    /** What every page of the panel asks for; no role of the staff's is called so. */
    String AUTHORITY = "PANEL";

    long customerId();

    /** The language that the desk writes to them in, as it was when they signed in. */
    Locale language();

    /** As the journal calls them: a colon stands in no name of the staff's. */
    static String name(long customerId) {
        return "customer:" + customerId;
    }
}
