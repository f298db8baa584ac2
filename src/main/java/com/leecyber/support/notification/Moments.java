package com.leecyber.support.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes moments as a reader expects them: in the desk's zone, named, in the reader's language. */
@Component
public class Moments {

    private final MessageSource messages;
    private final NotificationSettings settings;

    Moments(MessageSource messages, NotificationSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** In words. */
    public String write(Instant moment, Locale language) {
        String pattern = messages.getMessage("notification.moment", null, language);
        return DateTimeFormatter.ofPattern(pattern, language)
                .withZone(settings.zone())
                .format(moment);
    }

    /** The desk's zone. */
    public ZoneId zone() {
        return settings.zone();
    }
}
