package com.leecyber.support.sla;

/** How a promise stands against its deadline; whether it is still owed is {@link Promise#owed()}. */
public enum Verdict {

    /** Owed, and its deadline has not passed: the only verdict that can still change. */
    OPEN,

    /** Kept at or before the deadline. */
    MET,

    /** The deadline passed first. It stays so when the promise is kept later. */
    BREACHED,

    /** The ticket was closed before the deadline, so nothing is owed any more (withdrawn, for example). */
    RELEASED
}
