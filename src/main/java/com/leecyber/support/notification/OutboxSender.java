package com.leecyber.support.notification;

import com.leecyber.support.notification.ChatBot.ChatBusy;
import com.leecyber.support.notification.ChatBot.ChatGone;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox one way: at least once, each attempt with the same Message-ID.
 *
 * <p>A claim is committed before anything is sent, so no transaction waits for a server and several nodes can work side by
 * side. Should this node die, the claim's lease ends and another node tries.
 */
class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

    static final int BATCH = 50;
    static final Duration LEASE = Duration.ofMinutes(1);
    static final int ATTEMPTS = Transport.ATTEMPTS;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(30);

    /** No attempt begins so late that its lease could end before the server's time-outs do. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(30);

    private final OutboxRows rows;
    private final Transport transport;
    private final Clock clock;
    private volatile Instant silentUntil = Instant.MIN;

    OutboxSender(OutboxRows rows, Transport transport, Clock clock) {
        this.rows = rows;
        this.transport = transport;
        this.clock = clock;
    }

    /** Sends what is due, batch by batch, until nothing is. */
    synchronized void sendDue() {
        boolean more = transport.isReady();
        while (more && !isSilent()) {
            more = sendBatch();
        }
    }

    private boolean sendBatch() {
        Instant now = clock.instant();
        List<OutboxMail> batch = rows.claim(transport.channel(), now, now.plus(LEASE), BATCH);
        Instant lastStart = now.plus(LEASE).minus(LONGEST_ATTEMPT);
        Map<Long, Instant> waitingChats = new HashMap<>();
        for (OutboxMail mail : batch) {
            if (isSilent()) {
                rows.release(mail, silentUntil);
            } else if (waitingChats.containsKey(mail.chat())) {
                rows.release(mail, waitingChats.get(mail.chat()));
            } else if (clock.instant().isAfter(lastStart)) {
                rows.release(mail, clock.instant());
            } else {
                send(mail).filter(next -> mail.chat() != null).ifPresent(next -> waitingChats.put(mail.chat(), next));
            }
        }
        return batch.size() == BATCH && !clock.instant().isAfter(lastStart);
    }

    private boolean isSilent() {
        return clock.instant().isBefore(silentUntil);
    }

    /** Returns when it is tried again, the same way, if it has to be. */
    private Optional<Instant> send(OutboxMail mail) {
        try {
            transport.send(mail);
        } catch (ChatBusy busy) {
            silentUntil = clock.instant().plus(busy.pause());
            log.warn("Nothing is said in chats for {}", busy.pause());
            rows.release(mail, silentUntil);
            return Optional.of(silentUntil);
        } catch (ChatGone gone) {
            transport.takesOtherWay(mail, gone);
            return Optional.empty();
        } catch (MessagingException | IOException | RuntimeException e) {
            return failed(mail, e);
        }
        rows.sent(mail, clock.instant());
        return Optional.empty();
    }

    private Optional<Instant> failed(OutboxMail mail, Exception cause) {
        String error = cause.toString();
        if (mail.attempts() >= transport.attempts()) {
            if (transport.takesOtherWay(mail, cause)) {
                return Optional.empty();
            }
            log.error("{} was not sent after {} attempts and is given up: {}", mail.key(), mail.attempts(), error);
            rows.giveUp(mail, error);
            return Optional.empty();
        }
        Duration delay = delayAfter(mail.attempts());
        log.warn("{} was not sent, attempt {}, next in {}: {}", mail.key(), mail.attempts(), delay, error);
        Instant next = clock.instant().plus(delay);
        rows.failed(mail, error, next);
        return Optional.of(next);
    }

    /** 10 s, 20 s, 40 s … up to 30 minutes. */
    static Duration delayAfter(int attempts) {
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
    }
}
