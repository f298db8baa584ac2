package com.leecyber.support.notification;

import java.util.Locale;
import java.util.Map;

/**
 * One thing to say to one reader.
 *
 * @param sequence tells it from others of its kind on the same ticket; the same thing always has the same
 * @param clause the regulation's clause behind it, or null
 * @param values one for every placeholder of the kind
 */
record Notification(
        String ticket,
        NotificationKind kind,
        String sequence,
        String recipient,
        Locale language,
        String clause,
        Map<String, String> values) {

    /** Its business key: whoever says it again says nothing new. */
    String key() {
        return ticket + ":" + kind.id() + ":" + sequence;
    }

    /** Stable over every attempt, so that a mail that arrives twice is known to be one. */
    String messageId(String domain) {
        return "<" + ticket + "." + kind.id() + "." + sequence + "@" + domain + ">";
    }
}
