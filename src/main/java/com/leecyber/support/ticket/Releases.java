package com.leecyber.support.ticket;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.ticket.TicketEvents.FixReleased;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The releases that are out, and the tickets that waited for them (R5.4c). */
@Service
public class Releases {

    private final JdbcClient database;
    private final Tickets tickets;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Releases(JdbcClient database, Tickets tickets, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.tickets = tickets;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A release is out: every ticket that waits for it goes on. Publishing it twice changes nothing.
     *
     * @return the tickets that waited
     */
    @Transactional
    public List<String> publish(String version) {
        lock(version);
        int added = database.sql("insert into release (version, published_at) values (?, ?) on conflict do nothing")
                .params(version, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return List.of();
        }
        List<String> waiting = tickets.findByStatusAndReleaseVersion(TicketStatus.WAITING_FOR_RELEASE, version).stream()
                .map(Ticket::number)
                .toList();
        for (String number : waiting) {
            tickets.lock(number);
            journal.record(number, EventKind.RELEASE_PUBLISHED, "R5.4c", Map.of("release", version));
            events.publishEvent(new FixReleased(number));
        }
        return waiting;
    }

    boolean isPublished(String version) {
        lock(version);
        return database.sql("select 1 from release where version = ?")
                .param(version)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** A ticket that begins to wait and a publication exclude each other, so that neither misses the other. */
    private void lock(String version) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('release:' || ?, 0))")
                .param(version)
                .query((row, number) -> 0)
                .list();
    }
}
