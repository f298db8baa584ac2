package com.leecyber.support.incident;

/**
 * A ticket and the incident that it was put to.
 *
 * @param by who put it there
 * @param attempts how often its next step was begun
 */
record LinkedTicket(long id, String number, String incident, State state, String by, int attempts) {

    /** How far it has come. */
    enum State {
        /** Somebody put it to the incident; it has not been moved yet. */
        LINKING,
        /** It waits for the incident. */
        LINKED,
        /** Its customer was given the incident's outcome. */
        ANSWERED,
        /** It ended otherwise, or has another cause. */
        LEFT
    }
}
