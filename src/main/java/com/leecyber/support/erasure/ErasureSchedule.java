package com.leecyber.support.erasure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works on erasures, and forgets at night what had its time, unless {@code support.erasure.worker.enabled} is false. */
@Component
@ConditionalOnProperty(name = "support.erasure.worker.enabled", matchIfMissing = true)
class ErasureSchedule {

    private final ErasureWork work;
    private final Retention retention;

    ErasureSchedule(ErasureWork work, Retention retention) {
        this.work = work;
        this.retention = retention;
    }

    @Scheduled(fixedDelayString = "${support.erasure.worker.interval:PT2S}")
    void erase() {
        boolean more = true;
        while (more) {
            more = work.batch();
        }
    }

    @Scheduled(cron = "${support.retention.cron:0 40 3 * * *}", zone = "${support.notifications.zone:Europe/Moscow}")
    void forget() {
        retention.forgetAll();
    }
}
