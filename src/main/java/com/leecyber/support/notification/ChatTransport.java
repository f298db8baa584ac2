package com.leecyber.support.notification;

import com.leecyber.support.customer.ContactChannel;
import com.leecyber.support.notification.ChatBot.ChatGone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says things in chats, through the bot if there is one. */
@Component
class ChatTransport implements Transport {

    private static final Logger log = LoggerFactory.getLogger(ChatTransport.class);

    /** Two and a half minutes: then a notification takes the other way. */
    static final int ATTEMPTS_IN_CHAT = 5;

    private final ObjectProvider<ChatBot> bot;
    private final ChatFallback fallback;

    ChatTransport(ObjectProvider<ChatBot> bot, ChatFallback fallback) {
        this.bot = bot;
        this.fallback = fallback;
    }

    @Override
    public ContactChannel channel() {
        return ContactChannel.TELEGRAM;
    }

    @Override
    public boolean isReady() {
        return bot.getIfAvailable() != null;
    }

    /** A subject stands above its text; the bot's own words have none. */
    @Override
    public void send(OutboxMail message) {
        String text = message.subject().isEmpty() ? message.body() : message.subject() + "\n\n" + message.body();
        bot.getObject().say(message.chat(), text, message.buttons());
    }

    @Override
    public int attempts() {
        return ATTEMPTS_IN_CHAT;
    }

    @Override
    public boolean takesOtherWay(OutboxMail message, Exception cause) {
        log.warn("{} is not said in a chat: {}", message.key(), cause.toString());
        if (cause instanceof ChatGone) {
            fallback.chatIsGone(message, cause.toString());
        } else {
            fallback.sendByMail(message, cause.toString());
        }
        return true;
    }
}
