package com.leecyber.support.mailbox;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.channel.Retrying;
import com.leecyber.support.mailbox.MailVerdict.Answer;
import com.leecyber.support.mailbox.MailVerdict.Doubtful;
import com.leecyber.support.mailbox.MailVerdict.Request;
import com.leecyber.support.notification.StrangerMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings each stored mail to exactly one end: ticket, reply or quarantine.
 *
 * <p>An attempt is counted and committed before the mail is looked at. So a mail that fails, or takes the node down with
 * it, is tried a few times with pauses, in which others go on, and then lies in quarantine as it came.
 */
@Component
class MailProcessor {

    private static final Logger log = LoggerFactory.getLogger(MailProcessor.class);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    private final InboundMails mails;
    private final MailSorting sorting;
    private final MailFiling filing;
    private final MailEnds ends;
    private final StrangerMail strangers;
    private final Retrying retrying;
    private final MailboxSettings settings;
    private final Clock clock;

    MailProcessor(
            InboundMails mails,
            MailSorting sorting,
            MailFiling filing,
            MailEnds ends,
            StrangerMail strangers,
            Retrying retrying,
            MailboxSettings settings,
            Clock clock) {
        this.mails = mails;
        this.sorting = sorting;
        this.filing = filing;
        this.ends = ends;
        this.strangers = strangers;
        this.retrying = retrying;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Works on the mail that waits longest.
     *
     * @return whether there was one
     */
    boolean processNext() {
        Instant now = clock.instant();
        Optional<InboundMail> claimed = mails.claim(now, now.plus(settings.lease()));
        claimed.ifPresent(mail -> Actor.as("mail", () -> process(mail)));
        return claimed.isPresent();
    }

    private void process(InboundMail mail) {
        try {
            // More than allowed: the last attempt ended with the node.
            if (mail.attempts() > settings.attempts()) {
                giveUp(mail, null);
            } else {
                ReceivedMail read = ReceivedMail.read(mail);
                inTransaction(mail, () -> end(read));
            }
        } catch (Throwable e) {
            // Even an Error: one mail must not take the thread from all others.
            failed(mail, e);
        }
    }

    private void end(ReceivedMail mail) {
        MailVerdict verdict = sorting.judge(mail);
        if (verdict instanceof Request request) {
            filing.asTicket(mail, request.customer());
        } else if (verdict instanceof Answer answer) {
            filing.asReply(mail, answer.ticket(), answer.customer());
        } else if (verdict instanceof Doubtful doubtful) {
            ends.inQuarantine(mail, doubtful.reason(), null);
            if (doubtful.reason() == QuarantineReason.UNKNOWN_SENDER) {
                strangers.answer(
                        mail.sender().orElseThrow(), mail.headers().messageId().orElse(null));
            }
        }
    }

    private void failed(InboundMail mail, Throwable e) {
        log.warn("{} failed, attempt {}", mail.number(), mail.attempts(), e);
        if (mail.attempts() >= settings.attempts()) {
            giveUp(mail, e.toString());
        } else {
            Duration pause = PAUSES.get(Math.min(mail.attempts(), PAUSES.size()) - 1);
            mails.failed(mail, e.toString(), clock.instant().plus(pause));
        }
    }

    private void giveUp(InboundMail mail, String error) {
        log.error("{} is given up after {} attempts and lies in quarantine", mail.number(), settings.attempts());
        String line = error == null ? null : Storable.line(error, 1_000);
        inTransaction(mail, () -> ends.inQuarantine(ReceivedMail.headersOnly(mail), QuarantineReason.FAILED, line));
    }

    private void inTransaction(InboundMail mail, Runnable step) {
        retrying.transaction(() -> {
            if (mails.holds(mail)) {
                step.run();
            }
            return null;
        });
    }
}
