package com.leecyber.support.desk;

/** What L1 decided about a request (R5.2). */
public enum TriageOutcome {
    ANSWER,
    ASK,
    TAKE,
    ESCALATE,
    /** It has the cause of a known incident. */
    INCIDENT,
    OUTSIDE
}
