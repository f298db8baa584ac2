package com.leecyber.support.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A queued notification that a sender has claimed.
 *
 * @param ticket its number; null when it is about none
 * @param recipient the mail address; null when it is for a chat alone
 * @param chat the chat that it goes to; null when it goes by mail
 * @param buttons what can be pressed below it in the chat, or null
 * @param attempts how often it was claimed, this time included
 * @param thread the Message-ID of the first mail that this recipient got on the ticket; its own for the first
 * @param inReplyTo the Message-ID of the reader's own mail that it answers, or null
 * @param circular the key of the circular that it belongs to, or null
 * @param calendar the iCalendar file that goes with it, or null
 */
record OutboxMail(
        long id,
        String key,
        String ticket,
        String kind,
        String recipient,
        Long chat,
        String buttons,
        Locale language,
        String subject,
        String body,
        String messageId,
        Instant createdAt,
        int attempts,
        String thread,
        String inReplyTo,
        String circular,
        String calendar) {

    /** Whether it is one of many that say the same. */
    boolean isCircular() {
        return circular != null;
    }

    boolean isAutomaticAnswer() {
        return NotificationKind.of(kind)
                .filter(NotificationKind::isAutomaticAnswer)
                .isPresent();
    }

    /** Whether an answer to it would belong to a ticket. */
    boolean canBeAnswered() {
        return NotificationKind.of(kind).filter(NotificationKind::isToCustomer).isPresent();
    }

    /** The mails that it follows, oldest first. */
    List<String> references() {
        return Stream.of(thread, inReplyTo)
                .filter(Objects::nonNull)
                .filter(Predicate.not(messageId::equals))
                .distinct()
                .toList();
    }
}
