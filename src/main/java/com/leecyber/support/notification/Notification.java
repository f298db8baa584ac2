package com.leecyber.support.notification;

import java.util.Locale;
import java.util.Map;

/**
 * One thing to say to one reader.
 *
 * @param sequence tells it from others of its kind on the same ticket; the same thing always has the same
 * @param recipient the reader's mail address
 * @param chat the reader's chat, where it is said first; null where there is none
 * @param clause the regulation's clause behind it, or null
 * @param values one for every placeholder of the kind
 */
record Notification(
        String ticket,
        NotificationKind kind,
        String sequence,
        String recipient,
        Long chat,
        Locale language,
        String clause,
        Map<String, String> values) {

    /** Its business key: whoever says it again says nothing new. */
    String key() {
        return ticket + ":" + kind.id() + ":" + sequence;
    }

    /**
     * Stable over every attempt, so that a mail that arrives twice is known to be one.
     *
     * @param token tells an answer to it from a mail that only guesses its name
     */
    String messageId(String token, String domain) {
        return "<" + ticket + "." + kind.id() + "." + sequence + "." + token + "@" + domain + ">";
    }
}
