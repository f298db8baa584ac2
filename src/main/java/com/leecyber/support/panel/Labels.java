package com.leecyber.support.panel;

import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.Ticket;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the desk's words are called in the reader's language. */
@Component
class Labels {

    private final MessageSource messages;
    private final ServiceCatalogue catalogue;

    Labels(MessageSource messages, ServiceCatalogue catalogue) {
        this.messages = messages;
        this.catalogue = catalogue;
    }

    String of(Enum<?> value) {
        return text(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** A service that left the catalogue keeps its code. */
    String service(Ticket ticket) {
        Locale language = LocaleContextHolder.getLocale();
        return catalogue
                .find(ticket.service())
                .map(service -> service.label(language))
                .orElse(ticket.service());
    }

    Locale language() {
        return LocaleContextHolder.getLocale();
    }

    String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
