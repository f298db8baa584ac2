package com.leecyber.support.bench;

/**
 * What sets a clone apart from its template.
 *
 * @param id the ticket's
 * @param shift how much later everything happens, in microseconds
 * @param team which colleagues work on it
 * @param firstMessage the id of its first message
 * @param withEngine whether the engine remembers it still
 */
record Clone(long id, String number, long shift, Client customer, int team, long firstMessage, boolean withEngine) {

    /** A customer. */
    record Client(long id, String email) {}
}
