package com.leecyber.support.incident;

import com.leecyber.support.ticket.ServiceCatalogue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.test.context.TestComponent;

/** An incident without its pages and without waiting: people decide, and the worker does its work when it is told to. */
@TestComponent
public class IncidentsByHand {

    private final IncidentResponse response;
    private final IncidentWork work;
    private final LinkedTickets links;
    private final Clock clock;

    IncidentsByHand(IncidentResponse response, IncidentWork work, LinkedTickets links, Clock clock) {
        this.response = response;
        this.work = work;
        this.links = links;
        this.clock = clock;
    }

    /** Declares one that is there since now; services are codes of the {@link ServiceCatalogue}. */
    public String declared(String... services) {
        return titled("Документы не открываются", services);
    }

    public String titled(String title, String... services) {
        return response.declare(NewIncident.of(
                title, "Documents do not open", List.of(services), clock.instant(), null, clock.instant()));
    }

    /** One during which nothing can be reached. */
    public String outage(String... services) {
        return response.declare(NewIncident.of(
                "Платформа недоступна",
                "Platform unreachable",
                List.of(services),
                clock.instant(),
                clock.instant(),
                clock.instant()));
    }

    public int links(String incident, String... tickets) {
        return response.link(incident, List.of(tickets));
    }

    public int linksAllSimilar(String incident) {
        return response.linkAllSimilar(incident);
    }

    public void unlinks(String incident, String ticket) {
        response.unlink(incident, ticket, "Причина другая.");
    }

    public void updates(String incident, String russian, String english) {
        response.update(incident, Bilingual.of(russian, english));
    }

    public void resolves(String incident) {
        response.resolve(incident, Bilingual.of("Документы снова открываются.", "Documents open again."), null);
    }

    public void restores(String outage) {
        response.resolve(outage, Bilingual.of("Платформа работает.", "The platform works."), clock.instant());
    }

    /** One round of the worker. */
    public boolean works() {
        return work.batch();
    }

    /** Everything that is due for the worker, and no more. */
    public void worksOff() {
        boolean more = true;
        while (more) {
            more = work.batch();
        }
    }

    /** How many of its tickets have come how far, by the name of the state. */
    public Map<String, Long> progress(String incident) {
        Map<String, Long> progress = new TreeMap<>();
        links.counts(incident).forEach((state, count) -> progress.put(state.name(), count));
        return progress;
    }
}
