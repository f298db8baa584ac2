package com.leecyber.support.telegram;

import java.time.Duration;
import java.util.Optional;

/** The Bot API refused, or was not reached; the text never has the token, and no cause is kept that might. */
class BotFailure extends RuntimeException {

    private final int code;
    private final transient Duration retryAfter;

    /**
     * A refusal.
     *
     * @param code the Bot API's number; 0 when it was not reached or not understood
     * @param retryAfter for how long it wants silence, or null
     */
    BotFailure(int code, String description, Duration retryAfter) {
        super(code == 0 ? description : code + " " + description);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    int code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
