package com.leecyber.support.security;

import java.time.Duration;
import java.time.Instant;

/** How long ago it was found that somebody who signed in may still be here; shared by the requests of one sign-in. */
final class Standing {

    /** Less than the minute within which a person who was locked out must be gone. */
    static final Duration EVERY = Duration.ofSeconds(45);

    private volatile Instant askedAt;
    private volatile Instant unansweredSince;
    private volatile boolean over;

    Standing(Instant signedInAt) {
        askedAt = signedInAt;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(askedAt.plus(EVERY)) || now.isBefore(askedAt);
    }

    boolean isOver() {
        return over;
    }

    void confirmed(Instant now) {
        askedAt = now;
        unansweredSince = null;
    }

    /**
     * Nobody answered.
     *
     * @return whether that may be borne for now
     */
    boolean unanswered(Instant now, Duration grace) {
        askedAt = now;
        if (unansweredSince == null) {
            unansweredSince = now;
        }
        return now.isBefore(unansweredSince.plus(grace));
    }

    /** Once and for all: only another sign-in helps. */
    void end() {
        over = true;
    }
}
