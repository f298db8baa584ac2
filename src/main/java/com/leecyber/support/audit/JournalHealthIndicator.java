package com.leecyber.support.audit;

import com.leecyber.support.proof.CheckpointHeader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Shows an operator whether the journal is being proved outside the database, and whether it was whole when last verified. */
@Component
class JournalHealthIndicator extends AbstractHealthIndicator {

    /** Somebody must look, but this node works: a restart would mend nothing. */
    static final Status WARNING = new Status("WARNING", "See docs/operator.md, section Proving the journal");

    private static final int PERIODS = 4;

    private final CheckpointSettings settings;
    private final CheckpointRows rows;
    private final CheckpointFolder folder;
    private final Verifications verifications;
    private final Clock clock;

    JournalHealthIndicator(
            CheckpointSettings settings,
            CheckpointRows rows,
            CheckpointFolder folder,
            Verifications verifications,
            Clock clock) {
        super("The checkpoints cannot be read");
        this.settings = settings;
        this.rows = rows;
        this.folder = folder;
        this.verifications = verifications;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<Instant> waiting = rows.waitingSince();
        Duration patience = settings.every().multipliedBy(PERIODS);
        boolean late = waiting.isPresent() && waiting.get().plus(patience).isBefore(clock.instant());
        boolean writable = folder.isWritable();
        int found = verifications.last().map(VerificationReport::found).orElse(0);
        boolean whole = found == 0 && verifications.failure().isEmpty();
        health.status(!late && writable && whole ? Status.UP : WARNING)
                .withDetail(
                        "lastCheckpoint",
                        rows.last()
                                .map(CheckpointRow::header)
                                .map(CheckpointHeader::takenAt)
                                .map(Instant::toString)
                                .orElse("none"))
                .withDetail("waitingSince", waiting.map(Instant::toString).orElse("none"))
                .withDetail("writable", writable)
                .withDetail("findings", found);
    }
}
