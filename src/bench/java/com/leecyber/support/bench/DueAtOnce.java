package com.leecyber.support.bench;

import static com.leecyber.support.bench.Benchmark.print;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How late the desk notices deadlines that all pass in the same second.
 *
 * <p>The tickets are registered while the desk's clock stands at one moment, so that they owe their first response at one
 * moment too; then the clock runs on, and the engine's timers find real breaches: journal, task priority and message to
 * the lead included.
 */
final class DueAtOnce {

    private static final Duration WINDOW = Duration.ofHours(6);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Desk desk;
    private final Clients clients;

    DueAtOnce(Desk desk, Clients clients) {
        this.desk = desk;
        this.clients = clients;
    }

    void measure(int timers, double ticketsPerSecond) {
        long last = desk.lastTicket();
        Duration preparation = Duration.ofMillis((long) (1500 * timers / ticketsPerSecond));
        Instant due = Instant.now().plus(preparation).plus(MARGIN).truncatedTo(ChronoUnit.SECONDS);
        desk.clock().holdAt(due.minus(WINDOW));
        clients.make(timers, client -> {
            Customer customer = desk.customer();
            return index -> customer.register();
        });
        desk.settle();
        desk.clock().runOn();
        require(Instant.now().isBefore(due), "The tickets were ready too late");
        require(count("from ticket where response_due_at = :due", last, due) == timers, "Not all are due at once");

        Desk.await(() -> breaches(last) >= timers);
        desk.settle();
        report("timers: rang", lateness(RANG, last, due), timers);
        report("timers: breach in the journal", lateness(RECORDED, last, due), timers);
        long once = desk.database()
                .sql("select count(*) from (select journal.ticket from journal join ticket on ticket.number ="
                        + " journal.ticket where ticket.id > :last and journal.kind = 'DEADLINE_BREACHED'"
                        + " group by journal.ticket having count(*) = 1) as once")
                .param("last", last)
                .query(Long.class)
                .single();
        print("timers: recorded exactly once", once + " of " + timers);
    }

    private static final String RANG = "select event.start_time_ at time zone 'UTC' from act_hi_actinst event"
            + " join act_hi_procinst process on process.proc_inst_id_ = event.proc_inst_id_"
            + " join ticket on ticket.number = process.business_key_"
            + " where event.act_id_ = 'BoundaryEvent_FirstResponseDue' and ticket.id > :last";

    private static final String RECORDED = "select journal.recorded_at from journal"
            + " join ticket on ticket.number = journal.ticket"
            + " where journal.kind = 'DEADLINE_BREACHED' and ticket.id > :last";

    private long[] lateness(String moments, long last, Instant due) {
        List<OffsetDateTime> found = desk.database()
                .sql(moments)
                .param("last", last)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list();
        return found.stream()
                .mapToLong(moment -> Duration.between(due, moment.toInstant()).toNanos())
                .toArray();
    }

    private static void report(String what, long[] lateness, int timers) {
        require(lateness.length == timers, what + ": " + lateness.length + " instead of " + timers);
        long longest = java.util.Arrays.stream(lateness).max().orElse(0);
        print(what, new Latencies(lateness, Duration.ofNanos(longest)).toString());
    }

    private long breaches(long last) {
        return desk.database()
                .sql("select count(*) from (" + RECORDED + ") as recorded")
                .param("last", last)
                .query(Long.class)
                .single();
    }

    private long count(String what, long last, Instant due) {
        return desk.database()
                .sql("select count(*) " + what + " and id > :last")
                .param("due", due.atOffset(java.time.ZoneOffset.UTC))
                .param("last", last)
                .query(Long.class)
                .single();
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException(otherwise);
        }
    }
}
