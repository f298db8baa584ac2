package com.leecyber.support.incident;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works on the tickets of incidents, unless {@code support.incidents.worker.enabled} is false. */
@Component
@ConditionalOnProperty(name = "support.incidents.worker.enabled", matchIfMissing = true)
class IncidentSchedule {

    /** With more than these waiting, the engine's own steps and timers come first. */
    private static final int BUSY = 2 * IncidentWork.BATCH;

    private final IncidentWork work;
    private final EngineBacklog engine;

    IncidentSchedule(IncidentWork work, EngineBacklog engine) {
        this.work = work;
        this.engine = engine;
    }

    @Scheduled(fixedDelayString = "${support.incidents.worker.interval:PT0.5S}")
    void work() {
        boolean more = true;
        while (more && !engine.reaches(BUSY)) {
            more = work.batch();
        }
    }
}
