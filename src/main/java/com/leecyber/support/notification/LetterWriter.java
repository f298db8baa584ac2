package com.leecyber.support.notification;

import jakarta.mail.MessagingException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes letters in the desk's name. */
@Component
class LetterWriter {

    private final NotificationSettings settings;
    private final ReplyTokens tokens;
    private final MessageSource messages;

    LetterWriter(NotificationSettings settings, ReplyTokens tokens, MessageSource messages) {
        this.settings = settings;
        this.tokens = tokens;
        this.messages = messages;
    }

    Letter write(OutboxMail mail) throws MessagingException {
        String name = messages.getMessage("notification.sender", null, mail.language());
        return new Letter(mail, settings.from(), OneLine.of(name), replyTo(mail));
    }

    /** An address that names the ticket, and proves that whoever uses it got this mail. */
    private String replyTo(OutboxMail mail) {
        if (settings.replyTo() == null || !mail.canBeAnswered()) {
            return null;
        }
        int at = settings.replyTo().lastIndexOf('@');
        return settings.replyTo().substring(0, at)
                + "+" + mail.ticket() + "." + tokens.of(mail.ticket(), mail.recipient())
                + settings.replyTo().substring(at);
    }
}
