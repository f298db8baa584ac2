package com.leecyber.support.availability;

import com.leecyber.support.ticket.ServiceCatalogue;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the reader calls that which was not available. */
@Component
class ServiceNames {

    private final ServiceCatalogue catalogue;
    private final MessageSource messages;

    ServiceNames(ServiceCatalogue catalogue, MessageSource messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    Stream<String> codes() {
        return catalogue.services().stream().map(ServiceCatalogue.Service::code);
    }

    /** A service, by its code when the catalogue knows it no more; null is the whole platform at once. */
    String of(String code, Locale language) {
        return code == null
                ? messages.getMessage("availability.whole-platform", null, language)
                : catalogue.find(code).map(service -> service.label(language)).orElse(code);
    }

    String platform(Locale language) {
        return messages.getMessage("availability.platform", null, language);
    }
}
