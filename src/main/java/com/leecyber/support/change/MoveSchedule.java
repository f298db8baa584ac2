package com.leecyber.support.change;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves running processes after a change, unless {@code support.changes.move-running} is false. */
@Component
@ConditionalOnProperty(name = "support.changes.move-running", matchIfMissing = true)
class MoveSchedule {

    private final Mover mover;

    MoveSchedule(Mover mover) {
        this.mover = mover;
    }

    @Scheduled(fixedDelay = 1000)
    void moveOn() {
        mover.moveOn();
    }
}
