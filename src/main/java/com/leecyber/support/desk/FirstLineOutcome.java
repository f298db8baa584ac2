package com.leecyber.support.desk;

/** How the first line's work ended (R5.2, R5.3). */
public enum FirstLineOutcome {
    SOLVED,
    ASK,
    ESCALATE,
    OUTSIDE
}
