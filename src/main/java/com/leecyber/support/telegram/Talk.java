package com.leecyber.support.telegram;

import com.leecyber.support.notification.ChatMessages;
import com.leecyber.support.telegram.Buttons.Button;
import java.util.Locale;

/**
 * What the bot says because of one update: everything goes out through the outbox, under a key of that update, so that it
 * is said once however often the update is worked off.
 */
final class Talk {

    private final ChatMessages outbox;
    private final Words words;
    private final long update;
    private final long chat;
    private final Locale language;
    private int said;

    Talk(ChatMessages outbox, Words words, long update, long chat, Locale language) {
        this.outbox = outbox;
        this.words = words;
        this.update = update;
        this.chat = chat;
        this.language = language;
    }

    /** The update's number; it names whatever begins with it. */
    long update() {
        return update;
    }

    long chat() {
        return chat;
    }

    Locale language() {
        return language;
    }

    /** The same talk, going on in another language. */
    Talk in(Locale other) {
        Talk talk = new Talk(outbox, words, update, chat, other);
        talk.said = said;
        return talk;
    }

    void say(String key, Object... values) {
        tell(words.of(language, key, values), null);
    }

    void ask(Buttons buttons, String key, Object... values) {
        tell(words.of(language, key, values), buttons);
    }

    /** Says something that is composed already. */
    void tell(String text, Buttons buttons) {
        said++;
        outbox.put("telegram:" + update + ":" + said, chat, text, buttons == null ? null : buttons.json());
    }

    /** Says it unless it was said for the same cause before, by whichever update. */
    void sayOnce(String cause, String key, Object... values) {
        outbox.put("telegram:" + chat + ":" + cause, chat, words.of(language, key, values), null);
    }

    /** A text of the bot's, to be built into another one. */
    String words(String key, Object... values) {
        return words.of(language, key, values);
    }

    /** A button with a text of the bot's. */
    Button button(String press, String key, Object... values) {
        return new Button(words(key, values), press);
    }
}
