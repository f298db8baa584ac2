package com.leecyber.support.notification;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.notification.CircularAudience.Reached;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues a circular's mails, some hundred at a time: whatever happens, each customer is reached once. */
@Component
class CircularBatches {

    static final int BATCH = 200;

    private final CircularRows circulars;
    private final OutboxRows outbox;
    private final Map<String, CircularAudience> audiences;
    private final Templates templates;
    private final ReplyTokens tokens;
    private final Journal journal;
    private final NotificationSettings settings;
    private final Clock clock;

    CircularBatches(
            CircularRows circulars,
            OutboxRows outbox,
            List<CircularAudience> audiences,
            Templates templates,
            ReplyTokens tokens,
            Journal journal,
            NotificationSettings settings,
            Clock clock) {
        this.circulars = circulars;
        this.outbox = outbox;
        this.audiences = audiences.stream().collect(Collectors.toMap(CircularAudience::id, Function.identity()));
        this.templates = templates;
        this.tokens = tokens;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Queues the next ones; they and the mark how far it has come commit together.
     *
     * @return whether more may be left; not when another node is at it
     */
    @Transactional
    public boolean queueNext(String key) {
        Optional<CircularRows.Begun> begun = circulars.lock(key);
        return begun.isPresent() && !queueNext(begun.get());
    }

    private boolean queueNext(CircularRows.Begun circular) {
        Instant now = clock.instant();
        Reached reached = audience(circular).next(circular.about(), circular.reached(), BATCH);
        List<OutgoingMail> mails = reached.customers().stream()
                .map(customer -> mail(circular, customer))
                .toList();
        int queued = circular.queued() + outbox.addAll(circular.key(), mails, now);
        circulars.reached(circular.key(), reached.last(), queued, reached.complete() ? now : null);
        if (reached.complete()) {
            Actor.as(
                    "circulars",
                    () -> journal.record(
                            circular.about(),
                            EventKind.CIRCULAR_QUEUED,
                            circular.kind().clause().orElse(null),
                            Map.of("kind", circular.kind().id(), "key", circular.key(), "count", queued)));
        }
        return reached.complete();
    }

    private CircularAudience audience(CircularRows.Begun circular) {
        return Optional.ofNullable(audiences.get(circular.audience()))
                .orElseThrow(() -> new IllegalStateException("There is no audience " + circular.audience()));
    }

    private OutgoingMail mail(CircularRows.Begun circular, Customer customer) {
        String language = customer.language().getLanguage();
        MailText text = templates.render(
                circular.kind().notification(),
                customer.language(),
                CircularWording.forReader(circular.values().get(language), customer.name()));
        String name = circular.key().replace(':', '.') + "." + tokens.of(circular.about(), customer.email());
        return new OutgoingMail(
                circular.key() + ":" + customer.id(),
                circular.about(),
                circular.kind().id(),
                customer.email(),
                customer.language(),
                text,
                "<" + name + "@" + settings.messageIdDomain() + ">",
                null);
    }
}
