package com.leecyber.support.incident;

import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.ServiceCatalogue.Service;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes codes of services as people read them. */
@Component
class ServiceNames {

    private final ServiceCatalogue catalogue;
    private final MessageSource messages;

    ServiceNames(ServiceCatalogue catalogue, MessageSource messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** Their names; the whole platform when there is none. */
    String of(List<String> codes, Locale language) {
        return codes.isEmpty()
                ? messages.getMessage("incident.platform", null, language)
                : codes.stream().map(code -> of(code, language)).collect(Collectors.joining(", "));
    }

    String of(String code, Locale language) {
        return catalogue.find(code).map(service -> service.label(language)).orElse(code);
    }

    /**
     * These codes, each of a service.
     *
     * @throws InvalidInput when one is none
     */
    List<String> known(List<String> codes) {
        return codes.stream().map(code -> catalogue.get(code).code()).distinct().toList();
    }

    List<Service> all() {
        return catalogue.services();
    }
}
