package com.leecyber.support.panel;

import java.security.Principal;
import java.util.Locale;

/** A customer who signed in with the demo's password. */
record DemoCustomer(long customerId, Locale language) implements SignedInCustomer, Principal {

    @Override
    public String getName() {
        return SignedInCustomer.name(customerId);
    }
}
