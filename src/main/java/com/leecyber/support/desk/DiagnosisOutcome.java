package com.leecyber.support.desk;

/** What L2 found (R5.3, R5.4). */
public enum DiagnosisOutcome {
    FIXED,
    NEXT_RELEASE,
    HARDWARE,
    ASK,
    RETURN,
    OUTSIDE
}
