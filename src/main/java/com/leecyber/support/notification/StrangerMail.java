package com.leecyber.support.notification;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one polite answer that somebody gets whom the desk does not know. */
@Component
public class StrangerMail {

    private final OutboxRows rows;

    StrangerMail(OutboxRows rows) {
        this.rows = rows;
    }

    /**
     * Queues it in the caller's transaction, in both languages and with nothing of any ticket. Whoever had it in the last
     * thirty days gets no second one.
     *
     * @param messageId of the mail that it answers, with angle brackets, or null
     * @return whether this call queued it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean answer(String address, String messageId) {
        throw new UnsupportedOperationException("coming");
    }
}
