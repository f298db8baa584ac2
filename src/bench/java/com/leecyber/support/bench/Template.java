package com.leecyber.support.bench;

import java.util.List;

/**
 * A real ticket, as the pattern of many.
 *
 * @param registeredAt in microseconds, like the other moments
 * @param lastAt when the last thing happened to it
 * @param forgottenAt when the engine's history of it may be removed
 * @param messages how many it has
 */
record Template(
        long id,
        String number,
        boolean closed,
        long registeredAt,
        long lastAt,
        long forgottenAt,
        int messages,
        List<Rows> rows,
        ChainTemplate journal) {

    /** Its rows in one table. */
    record Rows(TicketTable table, List<List<Cell>> cells) {}
}
