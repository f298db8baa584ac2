package com.leecyber.support.erasure;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what was asked for, some tickets at a time: each batch and the place that was reached are one transaction, so
 * that a desk that dies goes on where it was, and nobody waits for thousands of tickets.
 */
@Component
class ErasureWork {

    private static final Logger log = LoggerFactory.getLogger(ErasureWork.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final String READING = "inbound mails are still being read";

    private final Erasures erasures;
    private final TicketTexts tickets;
    private final SentAndReceived letters;
    private final Contacts contacts;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErasureWork(
            Erasures erasures,
            TicketTexts tickets,
            SentAndReceived letters,
            Contacts contacts,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.erasures = erasures;
        this.tickets = tickets;
        this.letters = letters;
        this.contacts = contacts;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes one erasure a batch further.
     *
     * @return whether there was any to take
     */
    boolean batch() {
        AtomicReference<Erasure> tried = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(Actor.as(
                    "erasure",
                    () -> transaction.execute(status -> {
                        Optional<Erasure> next = erasures.claim(clock.instant());
                        next.ifPresent(erasure -> {
                            tried.set(erasure);
                            advance(erasure);
                        });
                        return next.isPresent();
                    })));
        } catch (RuntimeException e) {
            if (tried.get() == null) {
                throw e;
            }
            Instant next = clock.instant().plus(PAUSE);
            log.error(
                    "Erasure {} comes no further, next attempt at {}",
                    tried.get().id(),
                    next,
                    e);
            // Without its text: a failed statement may tell what it was to erase.
            erasures.postpone(tried.get().id(), e.getClass().getSimpleName(), next);
            return true;
        }
    }

    private void advance(Erasure erasure) {
        List<TicketTexts.Next> next = tickets.lockNext(erasure);
        if (!next.isEmpty()) {
            Amounts done = tickets.erase(erasure, next);
            long reached = Math.max(erasure.reached(), next.get(next.size() - 1).id());
            erasures.progress(erasure, reached, erasure.done().plus(done));
        } else if (letters.isReading(erasure.requestedAt())) {
            erasures.postpone(erasure.id(), READING, clock.instant().plus(PAUSE));
        } else {
            Amounts mails = letters.eraseMailsFrom(erasure);
            if (mails.mails() > 0) {
                erasures.progress(erasure, erasure.reached(), erasure.done().plus(mails));
            } else {
                finish(erasure);
            }
        }
    }

    private void finish(Erasure erasure) {
        Amounts done = erasure.done().plus(letters.eraseTo(erasure));
        contacts.erase(erasure);
        erasures.progress(erasure, erasure.reached(), done);
        erasures.finish(erasure, clock.instant());
        Map<String, Object> details = new HashMap<>(erasure.cause());
        details.putAll(done.named());
        details.put("customer", erasure.customerId());
        details.put("reference", erasure.reference());
        journal.record(ErasureRequests.CHAIN, EventKind.PERSONAL_DATA_ERASED, null, details);
        log.info("Customer {} is erased (erasure {})", erasure.customerId(), erasure.id());
    }
}
