package com.leecyber.support.notification;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.ContactDetails;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The other way to a customer whose chat does not take what the desk has to say. */
@Component
class ChatFallback {

    private final OutboxRows rows;
    private final ContactDetails contacts;
    private final Journal journal;
    private final Clock clock;

    ChatFallback(OutboxRows rows, ContactDetails contacts, Journal journal, Clock clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.journal = journal;
        this.clock = clock;
    }

    /** Nobody reads there any more: this one goes by mail, and so does whatever comes later. */
    @Transactional
    public void chatIsGone(OutboxMail message, String reason) {
        contacts.unlinkChat(message.chat());
        sendByMail(message, reason);
    }

    /** This one goes by mail; what the bot says of its own accord has no other way and is forgotten. */
    @Transactional
    public void sendByMail(OutboxMail message, String reason) {
        if (message.recipient() == null) {
            rows.drop(message);
        } else if (rows.redirectToMail(message, reason, clock.instant())) {
            Actor.as(
                    "outbox",
                    () -> journal.record(
                            message.ticket(),
                            EventKind.NOTIFICATION_REDIRECTED,
                            null,
                            Map.of("key", message.key(), "from", "TELEGRAM", "to", "EMAIL")));
        }
    }
}
