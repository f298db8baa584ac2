package com.leecyber.support.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When checkpoints are taken and the journal is verified. */
@Component
class ProofSchedule {

    private static final Logger log = LoggerFactory.getLogger(ProofSchedule.class);

    private final CheckpointSettings settings;
    private final CheckpointFolder folder;
    private final Checkpoints checkpoints;
    private final Verifications verifications;

    ProofSchedule(
            CheckpointSettings settings,
            CheckpointFolder folder,
            Checkpoints checkpoints,
            Verifications verifications) {
        this.settings = settings;
        this.folder = folder;
        this.checkpoints = checkpoints;
        this.verifications = verifications;
    }

    /** Somebody who chose a place means it: the desk does not start when nothing can be kept there. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        try {
            folder.key();
        } catch (RuntimeException e) {
            if (settings.isPlaceChosen()) {
                throw e;
            }
            log.warn("No checkpoints can be kept: {}", e.getMessage());
        }
    }

    @Scheduled(
            initialDelayString = "${support.audit.checkpoints.every:PT15M}",
            fixedDelayString = "${support.audit.checkpoints.every:PT15M}")
    void take() {
        if (settings.enabled()) {
            try {
                checkpoints.take();
            } catch (RuntimeException e) {
                log.error("No checkpoint was taken", e);
            }
        }
    }

    @Scheduled(cron = "${support.audit.verify-at:0 30 3 * * *}", zone = "${support.notifications.zone:Europe/Moscow}")
    void verify() {
        Actor.as("night", verifications::run);
    }
}
