package com.leecyber.support.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the outbox again and again, unless {@code support.notifications.sender.enabled} is false. */
@Component
@ConditionalOnProperty(name = "support.notifications.sender.enabled", matchIfMissing = true)
class OutboxSchedule {

    private final OutboxSender sender;

    OutboxSchedule(OutboxSender sender) {
        this.sender = sender;
    }

    @Scheduled(fixedDelayString = "${support.notifications.sender.interval:PT1S}")
    void sendDue() {
        sender.sendDue();
    }
}
