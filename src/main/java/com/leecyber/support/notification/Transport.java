package com.leecyber.support.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** The way out for mails. */
interface Transport {

    /** Whether there is one; without, mails stay queued. */
    default boolean isReady() {
        return true;
    }

    /**
     * Hands a mail over; once it returns, somebody else is responsible for the mail.
     *
     * @throws RuntimeException when it was not accepted, as the checked ones
     */
    void send(OutboxMail mail) throws MessagingException, IOException;
}
