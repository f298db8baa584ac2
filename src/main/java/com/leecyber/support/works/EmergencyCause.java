package com.leecyber.support.works;

/** What alone lets works begin without notice (R6.2). */
public enum EmergencyCause {
    /** A request with priority P1. */
    TICKET,
    /** A vulnerability; what it is no customer reads. */
    VULNERABILITY
}
