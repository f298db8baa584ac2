package com.leecyber.support.panel;

import com.leecyber.support.ticket.ServiceNames;
import com.leecyber.support.ticket.Ticket;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the desk's words are called in the reader's language. */
@Component
class Labels {

    private final MessageSource messages;
    private final ServiceNames services;

    Labels(MessageSource messages, ServiceNames services) {
        this.messages = messages;
        this.services = services;
    }

    String of(Enum<?> value) {
        return text(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    String service(Ticket ticket) {
        return services.of(ticket.service(), LocaleContextHolder.getLocale());
    }

    String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
