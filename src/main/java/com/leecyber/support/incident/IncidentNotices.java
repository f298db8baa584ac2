package com.leecyber.support.incident;

import com.leecyber.support.status.StatusNotice;
import com.leecyber.support.status.StatusNotice.Kind;
import com.leecyber.support.status.StatusNotice.Stage;
import com.leecyber.support.status.StatusNotice.Update;
import com.leecyber.support.status.StatusSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What everybody may know of incidents: titles and updates, which were written for everybody, and no ticket. */
@Component
class IncidentNotices implements StatusSource {

    private final Incidents incidents;

    IncidentNotices(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public List<StatusNotice> noticesSince(Instant moment) {
        return incidents.since(moment).stream().map(this::notice).toList();
    }

    private StatusNotice notice(Incident incident) {
        return new StatusNotice(
                incident.number(),
                Kind.INCIDENT,
                incident.isOpen() ? Stage.RUNNING : Stage.OVER,
                incident.services(),
                incident.beganAt(),
                incident.resolvedAt(),
                incident.titleRu(),
                incident.titleEn(),
                incidents.updates(incident.number()).stream()
                        .map(update -> new Update(update.at(), update.russian(), update.english()))
                        .sorted(Comparator.comparing(Update::at))
                        .toList());
    }
}
