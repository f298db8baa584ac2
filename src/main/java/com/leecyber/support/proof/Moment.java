package com.leecyber.support.proof;

import java.time.DateTimeException;
import java.time.Instant;

/** Reads a moment that {@link Seal#time} wrote, and no other spelling of it. */
final class Moment {

    private Moment() {}

    static Instant read(String text) {
        try {
            Instant moment = Instant.parse(text);
            if (Seal.time(moment).equals(text)) {
                return moment;
            }
        } catch (DateTimeException unreadable) {
            // Named below, as any other spelling.
        }
        throw new Unreadable("not a moment: " + Shortened.of(text));
    }
}
