package com.leecyber.support.notification;

import java.time.Duration;

/** A way to speak in chats (R3.1.1); there is none unless a bot is configured. */
public interface ChatBot {

    /**
     * Says something; once it returns, the chat has it.
     *
     * @param text plain text of any length; what is too long for one message becomes several
     * @param buttons what the reader may press, in the bot's own form, or null
     * @throws ChatGone when nobody will ever read it there
     * @throws ChatBusy when the bot has to be silent for a while
     * @throws RuntimeException when it was not accepted for any other reason
     */
    void say(long chat, String text, String buttons);

    /** The reader blocked the bot, or the chat is no more. */
    final class ChatGone extends RuntimeException {

        /** For the reason that the chat's server gave. */
        public ChatGone(String reason) {
            super(reason);
        }
    }

    /** The chat's server wants fewer messages. */
    final class ChatBusy extends RuntimeException {

        private final transient Duration pause;

        /** For as long as the chat's server said. */
        public ChatBusy(Duration pause) {
            super("Too many messages, wait " + pause);
            this.pause = pause;
        }

        /** How long nothing may be said in any chat. */
        public Duration pause() {
            return pause;
        }
    }
}
