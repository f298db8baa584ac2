package com.leecyber.support.notification;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the bot says in a conversation of its own: like everything that leaves the desk, through the outbox. */
@Component
public class ChatMessages {

    private final OutboxRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChatMessages(OutboxRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Queues it in the caller's transaction; it is sent right after the commit.
     *
     * @param key the same thing always has the same, and is said once
     * @param buttons what the reader may press, in the bot's own form, or null
     * @return whether this call queued it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean put(String key, long chat, String text, String buttons) {
        boolean added = rows.addToChat(key, chat, text, buttons, clock.instant());
        if (added) {
            events.publishEvent(new ChatQueued());
        }
        return added;
    }
}
