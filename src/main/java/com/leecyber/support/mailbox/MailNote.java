package com.leecyber.support.mailbox;

import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * What the desk has to say of a mail that could not be taken over whole; the raw mail keeps everything.
 *
 * @param key of the message bundles
 */
record MailNote(String key, Object... arguments) {

    String written(MessageSource messages, Locale language) {
        return "[" + messages.getMessage(key, arguments, language) + "]";
    }
}
