package com.leecyber.support.works;

import com.leecyber.support.desk.DecisionForm;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.ServiceCatalogue;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The services that were ticked on a form. */
@Component
class ServiceTicks {

    private final ServiceCatalogue catalogue;

    ServiceTicks(ServiceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Their codes; none means the whole platform.
     *
     * @throws InvalidInput when the catalogue has no such service
     */
    List<String> read(DecisionForm form) {
        String ticked = form.optional("services");
        return catalogue.known(
                "services",
                Stream.of((ticked == null ? "" : ticked).split(","))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList());
    }
}
