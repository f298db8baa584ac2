package com.leecyber.support.incident;

import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What customers are told when nobody writes more than that. */
@Component
class IncidentWords {

    private final MessageSource messages;

    IncidentWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The request belongs to a known incident, and its outcome will come by itself. */
    Function<Locale, String> linked(Incident incident) {
        return language -> messages.getMessage(
                "incident.told.linked", new Object[] {incident.title(language), incident.number()}, language);
    }
}
