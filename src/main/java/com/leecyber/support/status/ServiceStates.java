package com.leecyber.support.status;

import com.leecyber.support.status.StatusNotice.Kind;
import com.leecyber.support.ticket.Impact;
import com.leecyber.support.ticket.ServiceCatalogue;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How each service of the platform is doing. */
@Component
class ServiceStates {

    private final ServiceCatalogue catalogue;

    ServiceStates(ServiceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One service: {@code OK}, {@code WORKS} or {@code INCIDENT}. */
    record ServiceState(String name, State state) {}

    /** How a service, or the platform, is doing; what is worse comes later. */
    enum State {
        OK,
        WORKS,
        INCIDENT
    }

    /** All that can be unavailable, in the order of the catalogue; other subjects of requests only when something is said of them. */
    List<ServiceState> of(List<StatusNotice> running, Locale language) {
        return catalogue.services().stream()
                .filter(service -> service.affected() != Impact.Affected.OTHER
                        || running.stream().anyMatch(notice -> notice.services().contains(service.code())))
                .map(service -> new ServiceState(service.label(language), of(running, service.code())))
                .toList();
    }

    /** The worst of what goes on. */
    State worst(List<StatusNotice> running) {
        return running.stream().map(ServiceStates::of).max(State::compareTo).orElse(State.OK);
    }

    private State of(List<StatusNotice> running, String service) {
        return worst(running.stream()
                .filter(notice ->
                        notice.services().isEmpty() || notice.services().contains(service))
                .toList());
    }

    private static State of(StatusNotice notice) {
        return notice.kind() == Kind.INCIDENT ? State.INCIDENT : State.WORKS;
    }
}
