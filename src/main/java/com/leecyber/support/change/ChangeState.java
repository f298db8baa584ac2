package com.leecyber.support.change;

/** How far a change has come. The names are stored: never rename one. */
public enum ChangeState {

    /** Somebody else has to look at it. */
    PROPOSED,

    /** Approved, and in force since then. */
    DEPLOYED,

    /** Somebody else said no. */
    REJECTED,

    /** Whoever proposed it took it back. */
    WITHDRAWN,

    /** Whoever proposed it sent the same files again in a newer form. */
    REPLACED
}
