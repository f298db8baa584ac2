package com.leecyber.support.notification;

import java.util.Locale;

/**
 * A mail that is no customer's notification.
 *
 * @param key the same mail always has the same
 * @param about the number of what it is about, or null
 * @param kind its kind, by name
 * @param inReplyTo the Message-ID of the mail that it answers, or null
 */
record OutgoingMail(
        String key,
        String about,
        String kind,
        String recipient,
        Locale language,
        MailText text,
        String messageId,
        String inReplyTo) {}
