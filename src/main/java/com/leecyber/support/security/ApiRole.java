package com.leecyber.support.security;

/** What a client of the API may do. */
public enum ApiRole {
    /** Asks for support in one customer's name, through one channel. */
    CUSTOMER,
    /** Reports releases, and nothing else (R5.4c). */
    RELEASES,
    /** Deploys diagrams in the name of one of the desk's people, with that person's rights of the moment. */
    DEPLOYMENTS
}
