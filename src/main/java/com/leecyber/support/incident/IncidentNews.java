package com.leecyber.support.incident;

import com.leecyber.support.notification.Circular;
import com.leecyber.support.notification.CircularKind;
import com.leecyber.support.notification.Circulars;
import com.leecyber.support.ticket.ServiceNames;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells an update to every customer with a ticket that waits for the incident, once however many tickets they have. */
@Component
class IncidentNews {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Circulars circulars;
    private final ServiceNames services;

    IncidentNews(Circulars circulars, ServiceNames services) {
        this.circulars = circulars;
        this.services = services;
    }

    void tell(Incident incident, long update, Bilingual text) {
        circulars.begin(new Circular(
                incident.number(),
                CircularKind.INCIDENT_UPDATE,
                Math.toIntExact(update),
                IncidentCustomers.ID,
                Map.of(),
                Map.of(
                        RUSSIAN,
                        texts(incident, text, RUSSIAN),
                        Locale.ENGLISH,
                        texts(incident, text, Locale.ENGLISH))));
    }

    private Map<String, String> texts(Incident incident, Bilingual text, Locale language) {
        return Map.of(
                "title", incident.title(language),
                "services", services.of(incident.services(), language),
                "text", text.in(language));
    }
}
