package com.leecyber.support.notification;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything that leaves the desk is put here first, in the transaction of its cause. */
@Component
class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final OutboxRows rows;
    private final Templates templates;
    private final ReplyTokens tokens;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final NotificationSettings settings;
    private final Clock clock;

    Outbox(
            OutboxRows rows,
            Templates templates,
            ReplyTokens tokens,
            Journal journal,
            ApplicationEventPublisher events,
            NotificationSettings settings,
            Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.tokens = tokens;
        this.journal = journal;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Queues a notification, worded now; saying the same again changes nothing.
     *
     * <p>An address that is none must not stop the ticket: its mail is kept as failed, for the operator to see.
     *
     * @return whether it was queued by this call
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean put(Notification notification) {
        Instant now = clock.instant();
        Optional<String> complaint = MailAddress.complaint(notification.recipient());
        MailText mail = templates.render(notification.kind(), notification.language(), notification.values());
        String token = tokens.of(notification.ticket(), notification.recipient());
        boolean added = rows.add(
                notification,
                mail,
                notification.messageId(token, settings.messageIdDomain()),
                now,
                complaint.orElse(null));
        if (!added) {
            return false;
        }
        if (notification.chat() != null) {
            events.publishEvent(new ChatQueued());
        }
        complaint.ifPresent(text -> log.error("{} cannot be sent: {}", notification.key(), text));
        journal.record(
                notification.ticket(),
                EventKind.NOTIFICATION_QUEUED,
                notification.clause(),
                Map.of("kind", notification.kind().id(), "key", notification.key(), "sendable", complaint.isEmpty()));
        return true;
    }

    /** Whether that was said on the ticket since a moment. */
    boolean saidSince(String ticket, NotificationKind kind, Instant moment) {
        return rows.existsSince(ticket, kind, moment);
    }
}
