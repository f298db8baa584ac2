package com.leecyber.support.telegram;

import java.util.Locale;
import java.util.Optional;

/** What may be typed anywhere, beginning with a slash. */
enum Command {
    START,
    MENU,
    NEW,
    TICKETS,
    HELP,
    LANGUAGE,
    UNLINK,
    CANCEL;

    /** The command that a text is; empty when it is none, however much it begins with a slash. */
    static Optional<Command> of(String text) {
        if (!text.startsWith("/")) {
            return Optional.empty();
        }
        String word = text.substring(1).split("[\\s@]", 2)[0].toUpperCase(Locale.ROOT);
        for (Command command : values()) {
            if (command.name().equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /** What stands behind the command, or the whole text when there is none. */
    static String argumentOf(String text) {
        return of(text).map(command -> text.replaceFirst("^\\S+\\s*", ""))
                .orElse(text)
                .strip();
    }
}
