package com.leecyber.support.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one polite answer that somebody gets whom the desk does not know. */
@Component
public class StrangerMail {

    private static final Duration ONCE_IN = Duration.ofDays(30);

    /** Whoever forges senders must not make the desk write to half the world. */
    static final int AN_HOUR = 60;

    private final OutboxRows rows;
    private final AnswerBudget budget;
    private final Templates templates;
    private final NotificationSettings settings;
    private final Clock clock;

    StrangerMail(
            OutboxRows rows, AnswerBudget budget, Templates templates, NotificationSettings settings, Clock clock) {
        this.rows = rows;
        this.budget = budget;
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Queues it in the caller's transaction, in both languages and with nothing of any ticket.
     *
     * <p>Whoever had it in the last thirty days gets no second one, and no more than sixty go out in an hour.
     *
     * @param messageId of the mail that it answers, with angle brackets, or null
     * @return whether this call queued it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean answer(String address, String messageId) {
        Instant now = clock.instant();
        if (MailAddress.complaint(address).isPresent()
                || !budget.allows(address)
                || rows.countTo(address, List.of(NotificationKind.UNKNOWN_SENDER.id()), now.minus(ONCE_IN)) > 0
                || rows.countToStrangers(now.minus(Duration.ofHours(1))) >= AN_HOUR) {
            return false;
        }
        String key = "stranger:" + UUID.randomUUID();
        return rows.add(
                new OutgoingMail(
                        key,
                        null,
                        NotificationKind.UNKNOWN_SENDER.id(),
                        address,
                        Locale.forLanguageTag("ru"),
                        inBothLanguages(),
                        "<" + key.replace(':', '.') + "@" + settings.messageIdDomain() + ">",
                        messageId),
                now);
    }

    private MailText inBothLanguages() {
        Map<String, String> values = Map.of("panel", settings.panelOf(""));
        MailText russian = templates.render(NotificationKind.UNKNOWN_SENDER, Locale.forLanguageTag("ru"), values);
        MailText english = templates.render(NotificationKind.UNKNOWN_SENDER, Locale.ENGLISH, values);
        return new MailText(
                russian.subject() + " / " + english.subject(),
                russian.body() + "\n" + "—".repeat(30) + "\n\n" + english.body());
    }
}
