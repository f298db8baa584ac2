package com.leecyber.support.security;

import org.springframework.security.core.AuthenticatedPrincipal;

/** Somebody who signed in with a password of the desk's own. */
record LocalStaff(String name, String passwordMark, Standing standing) implements AuthenticatedPrincipal, SignedIn {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
