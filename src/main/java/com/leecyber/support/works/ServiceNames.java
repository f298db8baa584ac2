package com.leecyber.support.works;

import com.leecyber.support.ticket.ServiceCatalogue;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names the services that works concern. */
@Component
public class ServiceNames {

    private final ServiceCatalogue catalogue;
    private final MessageSource messages;

    ServiceNames(ServiceCatalogue catalogue, MessageSource messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** In a reader's language, such as «Projects, Docs» or «вся платформа». */
    public String of(Works works, Locale language) {
        return works.services().isEmpty()
                ? messages.getMessage("works.platform", null, language)
                : works.services().stream()
                        .map(code -> catalogue
                                .find(code)
                                .map(service -> service.label(language))
                                .orElse(code))
                        .collect(Collectors.joining(", "));
    }
}
