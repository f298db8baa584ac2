package com.leecyber.support.notification;

import jakarta.mail.MessagingException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes letters in the desk's name. */
@Component
class LetterWriter {

    private final NotificationSettings settings;
    private final MessageSource messages;

    LetterWriter(NotificationSettings settings, MessageSource messages) {
        this.settings = settings;
        this.messages = messages;
    }

    Letter write(OutboxMail mail) throws MessagingException {
        String name = messages.getMessage("notification.sender", null, mail.language());
        return new Letter(mail, settings.from(), OneLine.of(name));
    }
}
