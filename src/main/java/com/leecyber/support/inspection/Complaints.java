package com.leecyber.support.inspection;

import com.leecyber.support.ticket.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is wrong with which field, in the reader's language. */
@Component
class Complaints {

    private final MessageSource messages;

    Complaints(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, String> of(InvalidInput wrong, Locale language) {
        Map<String, String> complaints = new LinkedHashMap<>();
        wrong.errors()
                .forEach(error -> complaints.putIfAbsent(
                        error.field(), messages.getMessage(error.messageKey(), error.arguments(), language)));
        return complaints;
    }
}
