package com.leecyber.support.availability;

import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.ServiceNames;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the reader calls that which was not available. */
@Component
class LineNames {

    private final ServiceCatalogue catalogue;
    private final ServiceNames services;
    private final MessageSource messages;

    LineNames(ServiceCatalogue catalogue, ServiceNames services, MessageSource messages) {
        this.catalogue = catalogue;
        this.services = services;
        this.messages = messages;
    }

    Stream<String> codes() {
        return catalogue.services().stream().map(ServiceCatalogue.Service::code);
    }

    /** A service; null is the whole platform at once. */
    String of(String code, Locale language) {
        return code == null
                ? messages.getMessage("availability.whole-platform", null, language)
                : services.of(code, language);
    }

    String platform(Locale language) {
        return messages.getMessage("availability.platform", null, language);
    }
}
