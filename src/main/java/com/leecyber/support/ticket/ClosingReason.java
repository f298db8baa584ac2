package com.leecyber.support.ticket;

/** Why a ticket was closed; each has its own end event. */
public enum ClosingReason {
    /** Answered, repaired or decided (R5.4c). */
    SOLVED,
    /** One of the exclusions of R7.2. */
    OUTSIDE_RESPONSIBILITY,
    /** The customer did not answer a request for information in time. */
    CUSTOMER_SILENT,
    /** The customer took the request back. */
    WITHDRAWN,
    /** No valid licence at registration (R1.4). */
    NO_LICENCE
}
