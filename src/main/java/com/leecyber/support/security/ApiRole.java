package com.leecyber.support.security;

/** What a client of the API may do. */
public enum ApiRole {
    /** Asks for support in one customer's name, through one channel. */
    CUSTOMER,
    /** Reports releases, and nothing else (R5.4c). */
    RELEASES
}
