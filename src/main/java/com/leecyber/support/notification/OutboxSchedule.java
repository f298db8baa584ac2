package com.leecyber.support.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks into the outbox again and again, unless {@code support.notifications.sender.enabled} is false. */
@Component
@ConditionalOnProperty(name = "support.notifications.sender.enabled", matchIfMissing = true)
class OutboxSchedule {

    private final OutboxSender mails;
    private final OutboxSender chats;
    private final LeadDigest leads;
    private final CircularWorker circulars;
    private final TaskScheduler scheduler;

    OutboxSchedule(
            OutboxSender sendsMails,
            OutboxSender speaksInChats,
            LeadDigest leads,
            CircularWorker circulars,
            TaskScheduler scheduler) {
        this.mails = sendsMails;
        this.chats = speaksInChats;
        this.leads = leads;
        this.circulars = circulars;
        this.scheduler = scheduler;
    }

    @Scheduled(fixedDelayString = "${support.notifications.sender.interval:PT1S}")
    void sendMails() {
        leads.tell();
        mails.sendDue();
    }

    @Scheduled(fixedDelayString = "${support.notifications.sender.interval:PT1S}")
    void sayInChats() {
        chats.sendDue();
    }

    @Scheduled(fixedDelayString = "${support.notifications.sender.interval:PT1S}")
    void queueCirculars() {
        circulars.work();
    }

    @TransactionalEventListener
    void sayAtOnce(ChatQueued queued) {
        scheduler.schedule(chats::sendDue, scheduler.getClock().instant());
    }
}
