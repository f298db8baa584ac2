package com.leecyber.support.erasure;

import java.time.Instant;
import java.util.List;

/**
 * The customer whom an administrator has found, and what would be erased.
 *
 * @param open the numbers of tickets that are not closed yet, some of them at most
 * @param licensedUntil the end of a licence that is still valid, or null
 * @param erased the erasure that was asked for before, or null
 */
record Subject(
        long id,
        String name,
        String email,
        boolean chat,
        boolean signsIn,
        Amounts amounts,
        List<String> open,
        Instant licensedUntil,
        Erasure erased) {

    /** Whether an erasure can be asked for now. */
    public boolean isErasable() {
        return open.isEmpty() && erased == null;
    }
}
