package com.leecyber.support.panel;

/**
 * What an open page shows.
 *
 * @param ticketId null when it is the customer's list
 */
record Watched(long customerId, Long ticketId) {

    static Watched list(long customerId) {
        return new Watched(customerId, null);
    }

    boolean isList() {
        return ticketId == null;
    }
}
