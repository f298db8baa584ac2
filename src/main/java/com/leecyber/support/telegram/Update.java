package com.leecyber.support.telegram;

import java.util.Locale;

/** One piece of news from Telegram, as far as the desk cares. */
sealed interface Update {

    /** News of a person in a private chat. */
    sealed interface Personal extends Update {

        long chat();

        /** The language of that person's Telegram. */
        Locale language();
    }

    /**
     * Somebody wrote in a private chat, or sent a file.
     *
     * @param text what was typed, or stands below the file; empty when nothing does
     * @param file what was sent, or null
     * @param album joins files that were sent together; null for a single one
     * @param answered the text of the bot's own message that this one is a reply to, or null
     */
    record Said(long chat, Locale language, String text, SentFile file, String album, String answered)
            implements Personal {}

    /** Somebody shared a contact, which proves nothing about who they are. */
    record ContactShared(long chat, Locale language) implements Personal {}

    /** Somebody sent what the desk cannot keep: a sticker, a place, a poll. */
    record Unusable(long chat, Locale language) implements Personal {}

    /** Somebody changed what they had written earlier. */
    record Edited(long chat, Locale language, long message) implements Personal {}

    /** Somebody pressed a button. */
    record Pressed(long chat, Locale language, String callback, String button) implements Personal {}

    /** Somebody blocked the bot. */
    record Left(long chat) implements Update {}

    /** Nothing for the desk: a group, a channel, a bot, a kind of news that nobody asked for. */
    record Ignored() implements Update {}

    /**
     * A file that lies with Telegram.
     *
     * @param size bytes; 0 when Telegram does not say
     */
    record SentFile(String id, String name, long size) {}
}
