package com.leecyber.support.desk;

/** When the outcome that an agent found becomes the ticket's. */
public enum TakesEffect {
    AT_ONCE,
    /** A colleague is to agree first; until then the customer hears nothing of it. */
    WHEN_APPROVED
}
