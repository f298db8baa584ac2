package com.leecyber.support.ticket;

/** Whether a request asks for information (L1) or reports a technical problem (R2, R3.2). */
public enum Nature {
    INFORMATION,
    TECHNICAL
}
