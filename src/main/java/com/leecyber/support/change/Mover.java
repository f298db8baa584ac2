package com.leecyber.support.change;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.change.RunningProcesses.Running;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * After a change has come into force: moves what is under way to the new version where that is safe, one process and one
 * transaction at a time. What was not finished when the desk stopped goes on when it starts.
 */
@Component
class Mover {

    private static final Logger log = LoggerFactory.getLogger(Mover.class);

    private static final int BATCH = 200;

    /** Another node may start processes by the old version for a second after a deployment. */
    private static final Duration LATE_STARTS = Duration.ofSeconds(3);

    private final Changes changes;
    private final Moves moves;
    private final RunningProcesses processes;
    private final Clock clock;

    Mover(Changes changes, Moves moves, RunningProcesses processes, Clock clock) {
        this.changes = changes;
        this.moves = moves;
        this.processes = processes;
        this.clock = clock;
    }

    /** Goes on with every change that is not done. */
    void moveOn() {
        for (Change change : changes.findMoving()) {
            Actor.as(change.number(), () -> moveOn(change));
        }
    }

    private void moveOn(Change change) {
        Instant begun = clock.instant();
        boolean complete = true;
        String deployment = change.deployment().orElseThrow();
        List<Running> batch = processes.behind(deployment, "", BATCH);
        while (!batch.isEmpty()) {
            for (Running process : batch) {
                complete &= moves.isNoted(change, process) || moved(change, process);
            }
            batch = processes.behind(deployment, batch.get(batch.size() - 1).id(), BATCH);
        }
        if (complete && begun.isAfter(change.decidedAt().orElseThrow().plus(LATE_STARTS))) {
            moves.finish(change.id());
        }
    }

    /** False when somebody works on the ticket at this moment: it is tried again. */
    private boolean moved(Change change, Running process) {
        try {
            moves.move(change, process);
        } catch (StaysOnItsVersion unsafe) {
            moves.keep(change, process, unsafe.obstacle());
        } catch (ConcurrencyFailureException busy) {
            return false;
        } catch (RuntimeException unforeseen) {
            log.error("{} stays on its version of process {}", process.ticket(), process.id(), unforeseen);
            moves.keep(change, process, new Obstacle(Obstacle.Kind.ENGINE_REFUSES, ""));
        }
        return true;
    }
}
