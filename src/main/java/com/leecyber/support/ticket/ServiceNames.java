package com.leecyber.support.ticket;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What readers call services; one that the catalogue knows no more is called by its code. */
@Component
public class ServiceNames {

    private final ServiceCatalogue catalogue;
    private final MessageSource messages;

    ServiceNames(ServiceCatalogue catalogue, MessageSource messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** One of them. */
    public String of(String code, Locale language) {
        return catalogue.find(code).map(service -> service.label(language)).orElse(code);
    }

    /** All of them, such as «Projects, Docs»; without any it is the whole platform. */
    public String of(Collection<String> codes, Locale language) {
        return codes.isEmpty()
                ? messages.getMessage("service.whole-platform", null, language)
                : codes.stream().map(code -> of(code, language)).collect(Collectors.joining(", "));
    }
}
