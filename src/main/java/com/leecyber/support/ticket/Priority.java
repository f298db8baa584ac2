package com.leecyber.support.ticket;

/** The order of work (R4.2): P1 critical, P2 high, P3 standard. */
public enum Priority {
    P1,
    P2,
    P3
}
