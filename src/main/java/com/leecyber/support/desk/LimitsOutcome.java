package com.leecyber.support.desk;

/** What the first line decided on the limits that a customer asked for (R4.1). */
public enum LimitsOutcome {
    GRANTED,
    REFUSED,
    /** Nothing: the customer is asked, or somebody else decides. */
    NONE
}
