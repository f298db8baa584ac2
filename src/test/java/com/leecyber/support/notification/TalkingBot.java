package com.leecyber.support.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bot whose chats can be read, and told to fail. */
class TalkingBot implements ChatBot {

    final List<String> said = new ArrayList<>();

    private final Map<Long, RuntimeException> failures = new HashMap<>();

    /** From now on that chat answers so; null mends it. */
    void answers(long chat, RuntimeException failure) {
        failures.put(chat, failure);
    }

    @Override
    public void say(long chat, String text, String buttons) {
        RuntimeException failure = failures.get(chat);
        if (failure != null) {
            throw failure;
        }
        said.add(chat + ": " + text);
    }
}
