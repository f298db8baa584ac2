package com.leecyber.support.erasure;

import java.util.Map;

/**
 * How much of each kind.
 *
 * @param mails that came in
 * @param notifications that went out, or were to
 */
record Amounts(int tickets, int messages, int files, int mails, int notifications) {

    static final Amounts NONE = new Amounts(0, 0, 0, 0, 0);

    static Amounts ofMails(int mails) {
        return new Amounts(0, 0, 0, mails, 0);
    }

    Amounts plus(Amounts other) {
        return new Amounts(
                tickets + other.tickets,
                messages + other.messages,
                files + other.files,
                mails + other.mails,
                notifications + other.notifications);
    }

    /** As the journal keeps them. */
    Map<String, Integer> named() {
        return Map.of(
                "tickets",
                tickets,
                "messages",
                messages,
                "files",
                files,
                "mails",
                mails,
                "notifications",
                notifications);
    }
}
