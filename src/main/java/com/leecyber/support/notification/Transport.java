package com.leecyber.support.notification;

import com.leecyber.support.customer.ContactChannel;
import jakarta.mail.MessagingException;
import java.io.IOException;

/** A way out of the desk. */
interface Transport {

    /** Twenty attempts take about seven hours. */
    int ATTEMPTS = 20;

    /** Which rows of the outbox go this way. */
    default ContactChannel channel() {
        return ContactChannel.EMAIL;
    }

    /** Whether there is one; without, what goes this way stays queued. */
    default boolean isReady() {
        return true;
    }

    /**
     * Hands a mail over; once it returns, somebody else is responsible for the mail.
     *
     * @throws RuntimeException when it was not accepted, as the checked ones
     */
    void send(OutboxMail mail) throws MessagingException, IOException;

    /** After how many attempts in vain it is given up, or sent another way. */
    default int attempts() {
        return ATTEMPTS;
    }

    /** Sends what failed here for good another way, if there is one. */
    default boolean takesOtherWay(OutboxMail mail, Exception cause) {
        return false;
    }
}
