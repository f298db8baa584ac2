package com.leecyber.support.notification;

import java.time.Instant;
import java.util.Locale;

/**
 * A queued mail that a sender has claimed.
 *
 * @param attempts how often it was claimed, this time included
 * @param thread the Message-ID of the first mail that this recipient got on the ticket; its own for the first
 */
record OutboxMail(
        long id,
        String key,
        String kind,
        String recipient,
        Locale language,
        String subject,
        String body,
        String messageId,
        Instant createdAt,
        int attempts,
        String thread) {

    boolean isAutomaticAnswer() {
        return NotificationKind.of(kind)
                .filter(NotificationKind::isAutomaticAnswer)
                .isPresent();
    }

    boolean isFirstOfThread() {
        return messageId.equals(thread);
    }
}
