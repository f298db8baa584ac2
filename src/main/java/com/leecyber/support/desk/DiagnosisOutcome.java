package com.leecyber.support.desk;

/** What L2 found (R5.3, R5.4, R6.2). */
public enum DiagnosisOutcome {
    FIXED,
    NEXT_RELEASE,
    HARDWARE,
    EMERGENCY,
    ASK,
    RETURN,
    OUTSIDE
}
