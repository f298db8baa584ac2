package com.leecyber.support.notification;

import com.leecyber.support.notification.LeadNotices.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells shift leads what they have to know: the first thing at once, and whatever comes within a minute of a mail in one
 * mail after it, so that nobody gets more than one a minute however many deadlines fall together (R3.2, R5.4b).
 */
@Component
class LeadDigest {

    static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);
    static final int LINES = 100;

    private final LeadNotices notices;
    private final OutboxRows rows;
    private final Templates templates;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final NotificationSettings settings;
    private final Clock clock;

    LeadDigest(
            LeadNotices notices,
            OutboxRows rows,
            Templates templates,
            MessageSource messages,
            TransactionTemplate transaction,
            NotificationSettings settings,
            Clock clock) {
        this.notices = notices;
        this.rows = rows;
        this.templates = templates;
        this.messages = messages;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues a mail for each lead for whom something waits and whose last mail is a minute old. */
    void tell() {
        for (String recipient : notices.recipients()) {
            transaction.executeWithoutResult(status -> tell(recipient));
        }
    }

    private void tell(String recipient) {
        notices.lock(recipient);
        Instant latest = clock.instant().minus(BETWEEN_MAILS);
        if (notices.lastTold(recipient).filter(told -> told.isAfter(latest)).isPresent()) {
            return;
        }
        List<Waiting> waiting = notices.waiting(recipient);
        if (!waiting.isEmpty()) {
            rows.add(waiting.size() == 1 ? alone(waiting.get(0)) : together(waiting), clock.instant());
            notices.told(waiting.get(waiting.size() - 1));
        }
    }

    private OutgoingMail alone(Waiting notice) {
        return mail(notice, notice.about(), notice.kind(), new MailText(notice.subject(), notice.body()));
    }

    private OutgoingMail together(List<Waiting> waiting) {
        Waiting first = waiting.get(0);
        String lines = waiting.stream().limit(LINES).map(Waiting::subject).collect(Collectors.joining("\n"));
        if (waiting.size() > LINES) {
            Object[] more = {waiting.size() - LINES};
            lines += "\n" + messages.getMessage("notification.and-more", more, first.locale());
        }
        Map<String, String> values = Map.of("count", "" + waiting.size(), "lines", lines);
        MailText text = templates.render(NotificationKind.LEAD_DIGEST, first.locale(), values);
        return mail(first, null, NotificationKind.LEAD_DIGEST.id(), text);
    }

    private OutgoingMail mail(Waiting first, String about, String kind, MailText text) {
        String messageId = "<" + first.key().replace(':', '.') + "@" + settings.messageIdDomain() + ">";
        return new OutgoingMail(first.key(), about, kind, first.recipient(), first.locale(), text, messageId, null);
    }
}
