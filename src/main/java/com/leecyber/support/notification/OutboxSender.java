package com.leecyber.support.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Empties the outbox: at least once, each attempt with the same Message-ID.
 *
 * <p>A claim is committed before anything is sent, so no transaction waits for a mail server and several nodes can work
 * side by side. Should this node die, the claim's lease ends and another node tries.
 */
@Component
class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

    static final int BATCH = 50;
    static final Duration LEASE = Duration.ofMinutes(1);
    static final int ATTEMPTS = 20;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(30);

    /** No attempt begins so late that its lease could end before the mail server's time-outs do. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(30);

    private final OutboxRows rows;
    private final Transport transport;
    private final Clock clock;

    OutboxSender(OutboxRows rows, Transport transport, Clock clock) {
        this.rows = rows;
        this.transport = transport;
        this.clock = clock;
    }

    /** Sends what is due, batch by batch, until nothing is. */
    void sendDue() {
        boolean more = transport.isReady();
        while (more) {
            more = sendBatch();
        }
    }

    private boolean sendBatch() {
        Instant now = clock.instant();
        List<OutboxMail> batch = rows.claim(now, now.plus(LEASE), BATCH);
        Instant lastStart = now.plus(LEASE).minus(LONGEST_ATTEMPT);
        for (OutboxMail mail : batch) {
            if (clock.instant().isAfter(lastStart)) {
                rows.release(mail, clock.instant());
            } else {
                send(mail);
            }
        }
        return batch.size() == BATCH && !clock.instant().isAfter(lastStart);
    }

    private void send(OutboxMail mail) {
        try {
            transport.send(mail);
        } catch (MessagingException | IOException | RuntimeException e) {
            failed(mail, e);
            return;
        }
        rows.sent(mail, clock.instant());
    }

    private void failed(OutboxMail mail, Exception cause) {
        String error = cause.toString();
        if (mail.attempts() >= ATTEMPTS) {
            log.error("{} was not sent after {} attempts and is given up: {}", mail.key(), mail.attempts(), error);
            rows.failed(mail, error, Optional.empty());
        } else {
            Duration delay = delayAfter(mail.attempts());
            log.warn("{} was not sent, attempt {}, next in {}: {}", mail.key(), mail.attempts(), delay, error);
            rows.failed(mail, error, Optional.of(clock.instant().plus(delay)));
        }
    }

    /** 10 s, 20 s, 40 s … up to 30 minutes. */
    static Duration delayAfter(int attempts) {
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
    }
}
