package com.leecyber.support.erasure;

import java.util.Collection;

/** What the engine keeps of tickets besides the way that they took. */
public interface EngineTraces {

    /**
     * Removes every text that a person or a failure left with the processes of these tickets; joins the caller's
     * transaction.
     *
     * @param tickets their numbers; at least one
     */
    void erase(Collection<String> tickets);
}
