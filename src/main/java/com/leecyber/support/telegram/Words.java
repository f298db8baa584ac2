package com.leecyber.support.telegram;

import com.leecyber.support.ticket.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;

/** The bot's words, in the reader's language. */
@BotComponent
class Words {

    private final MessageSource messages;
    private final ZoneId zone;

    Words(MessageSource messages, @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * The text of a key.
     *
     * @param values what its placeholders stand for; never read as anything but text
     */
    String of(Locale language, String key, Object... values) {
        return messages.getMessage(key, values, language);
    }

    /** What a value is called, as everywhere at the desk. */
    String label(Locale language, Enum<?> value) {
        return of(language, value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** A moment in the desk's zone, with its name. */
    String moment(Locale language, Instant moment) {
        return DateTimeFormatter.ofPattern(of(language, "telegram.moment"), language)
                .withZone(zone)
                .format(moment);
    }

    /** What was wrong with what was typed, and how to mend it; in other words where the desk's own are for agents. */
    String complaint(Locale language, InvalidInput invalid) {
        return invalid.errors().stream()
                .map(error -> messages.getMessage(
                        "telegram." + error.messageKey(),
                        error.arguments(),
                        of(language, error.messageKey(), error.arguments()),
                        language))
                .collect(Collectors.joining("\n"));
    }
}
