package com.leecyber.support.notification;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.change.ChangeProposed;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What shift leads are to know: a promise in danger or broken (R3.2, R5.4b), a change that waits for a decision. */
@Component
class LeadMail {

    private static final Logger log = LoggerFactory.getLogger(LeadMail.class);

    private final Customers customers;
    private final LeadNotices notices;
    private final Templates templates;
    private final Journal journal;
    private final Moments moments;
    private final MessageSource messages;
    private final NotificationSettings settings;

    LeadMail(
            Customers customers,
            LeadNotices notices,
            Templates templates,
            Journal journal,
            Moments moments,
            MessageSource messages,
            NotificationSettings settings) {
        this.customers = customers;
        this.notices = notices;
        this.templates = templates;
        this.journal = journal;
        this.moments = moments;
        this.messages = messages;
        this.settings = settings;
        if (settings.shiftLead().isEmpty()) {
            log.warn("Nobody is told of deadlines: support.notifications.shift-lead is not set");
        }
    }

    /** Notes it for every address of the shift lead; {@link LeadDigest} tells it. */
    void put(NotificationKind kind, Ticket ticket, Promise promise) {
        put(kind, ticket.number(), promise.number(), promise.clause(), values(ticket, promise));
    }

    /** A change waits for a decision. */
    @EventListener
    void put(ChangeProposed change) {
        Map<String, String> values = Map.of(
                "number", change.number(),
                "subject", OneLine.of(change.title()),
                "customer", "",
                "author", OneLine.of(change.proposedBy()));
        put(NotificationKind.CHANGE_PROPOSED, change.number(), 1, null, values);
    }

    /** Works should have been over by then; each prolongation may overrun anew (R6.1). */
    void putOverrun(String works, Instant due, int number) {
        put(NotificationKind.WORKS_OVERRUN, works, number, "R6.1", ofWorks(works, "due", due));
    }

    /** Works began of which nobody was told before (R6.2). */
    void putEmergency(String works, Instant began) {
        put(NotificationKind.WORKS_EMERGENCY, works, 1, "R6.2", ofWorks(works, "from", began));
    }

    private Map<String, String> ofWorks(String works, String name, Instant moment) {
        String written = moments.write(moment, settings.shiftLeadLanguage());
        return Map.of("number", works, "subject", "", "customer", "", name, written);
    }

    private void put(NotificationKind kind, String about, int number, String clause, Map<String, String> values) {
        List<String> addresses = settings.shiftLead();
        for (int place = 1; place <= addresses.size(); place++) {
            String sequence = place == 1 ? "" + number : number + "-" + place;
            put(new Notification(
                    about,
                    kind,
                    sequence,
                    addresses.get(place - 1),
                    null,
                    settings.shiftLeadLanguage(),
                    clause,
                    values));
        }
    }

    private void put(Notification notification) {
        MailText text = templates.render(notification.kind(), notification.language(), notification.values());
        if (notices.add(notification, text)) {
            journal.record(
                    notification.ticket(),
                    EventKind.NOTIFICATION_QUEUED,
                    notification.clause(),
                    Map.of("kind", notification.kind().id(), "key", notification.key(), "sendable", true));
        }
    }

    private Map<String, String> values(Ticket ticket, Promise promise) {
        Locale language = settings.shiftLeadLanguage();
        Customer customer = customers.findById(ticket.customerId()).orElseThrow();
        return Map.of(
                "number", ticket.number(),
                "subject", OneLine.of(ticket.subject()),
                "customer", OneLine.of(customer.name()),
                "promise", messages.getMessage("PromiseKind." + promise.kind(), null, language),
                "due", moments.write(promise.dueAt(), language),
                "priority", priority(ticket, language),
                "clause", Clause.forReaders(promise.clause()));
    }

    private String priority(Ticket ticket, Locale language) {
        String key = ticket.priority().map(priority -> "Priority." + priority).orElse("notification.no-priority");
        return messages.getMessage(key, null, language);
    }
}
