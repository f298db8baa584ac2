package com.leecyber.support.availability;

import com.leecyber.support.ticket.Exclusions;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.ServiceNames;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the reader calls that which was not available, and why it does not count. */
@Component
class DowntimeNames {

    private final ServiceCatalogue catalogue;
    private final ServiceNames services;
    private final Exclusions exclusions;
    private final MessageSource messages;

    DowntimeNames(ServiceCatalogue catalogue, ServiceNames services, Exclusions exclusions, MessageSource messages) {
        this.catalogue = catalogue;
        this.services = services;
        this.exclusions = exclusions;
        this.messages = messages;
    }

    Stream<String> services() {
        return catalogue.services().stream().map(ServiceCatalogue.Service::code);
    }

    /** A service; null is the whole platform at once. */
    String service(String code, Locale language) {
        return code == null
                ? messages.getMessage("availability.whole-platform", null, language)
                : services.of(code, language);
    }

    String platform(Locale language) {
        return messages.getMessage("availability.platform", null, language);
    }

    /** A reason as the desk calls it: the table speaks Russian, so others get its code, as does who asks for a row that is gone. */
    String exclusion(String code, Locale language) {
        boolean known =
                "ru".equals(language.getLanguage()) && exclusions.codes().contains(code);
        return known ? exclusions.get(code).label() : code;
    }
}
