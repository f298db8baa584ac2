package com.leecyber.support.report;

import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.TicketType;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets of a past that no test lives in, with clock and journal as the desk would have left them. */
public final class PastTickets {

    private static final List<String> SERVICES = List.of("projects", "docs", "id", "billing");
    private static final List<String> AGENTS = List.of("anna", "boris", "petr");

    private final JdbcClient database;
    private final ResponseClocks clocks;
    private final Random random;

    public PastTickets(JdbcClient database, ResponseClocks clocks, long seed) {
        this.database = database;
        this.clocks = clocks;
        this.random = new Random(seed);
    }

    /** Closed ones of all kinds, registered at some moment of a stretch of time. */
    public void closed(int count, Instant from, Instant to) {
        for (int number = 0; number < count; number++) {
            ticket(from.plusMillis(random.nextLong(Duration.between(from, to).toMillis())), number);
        }
    }

    /** What the tests of reports ask for, once for all of them: many in the spring of 2011, one in the winter of 2012. */
    public static void know(JdbcClient database, ResponseClocks clocks, ClosedTickets closedTickets) {
        boolean known = database.sql("select count(*) > 0 from ticket where number like 'SD-2011-%'")
                .query(Boolean.class)
                .single();
        if (!known) {
            // In Moscow the clocks were set forward for good on 27 March 2011.
            new PastTickets(database, clocks, 11)
                    .closed(240, Instant.parse("2011-03-15T00:00:00Z"), Instant.parse("2011-05-08T00:00:00Z"));
            new PastTickets(database, clocks, 12).ordinary(Instant.parse("2012-02-29T20:30:00Z"));
            closedTickets.catchUp();
            steps(database);
        }
    }

    /** What the engine has forgotten long ago. */
    private static void steps(JdbcClient database) {
        database.sql(
                        "insert into step_day (day, diagram, version, element, channel, type, priority, service, visits, seconds)"
                                + " select day, 'ticket', 1, element, channel, type, '', 'docs', 3,"
                                + " 1000 * extract(day from day) * (30 - length(element)) + length(element)"
                                + " from generate_series(date '2011-03-21', date '2011-04-20', interval '1 day') day,"
                                + " unnest(array['Task_Triage', 'Task_ApplyInstructions', 'Gone']) element,"
                                + " unnest(array['EMAIL', 'PANEL']) channel, unnest(array['PROBLEM', 'CLAIM']) type")
                .update();
    }

    /** An ordinary one that was answered after an hour and closed after two. */
    public void ordinary(Instant registered) {
        long id = insert(registered, registered.plusSeconds(7200), "PANEL", "PROBLEM", "docs", "P2", "SOLVED");
        clocks.start(id, registered, window(Duration.ofHours(6)));
        clocks.responded(id, registered.plusSeconds(3600), "anna");
        clocks.closed(id, registered.plusSeconds(7200));
        journal(id, registered, "customer:1", "TICKET_REGISTERED", "R5.1");
        journal(id, registered.plusSeconds(3600), "anna", "TRIAGE_DECIDED", "R5.2");
    }

    private void ticket(Instant registered, int number) {
        boolean licensed = number % 11 != 0;
        Duration window = Duration.ofHours(number % 3 == 0 ? 24 : 6);
        Instant answered = registered.plusMillis(
                random.nextLong(window.multipliedBy(number % 4 == 0 ? 3 : 1).toMillis()));
        boolean answer = licensed && number % 7 != 0;
        boolean asked = answer && number % 5 == 0;
        boolean escalated = answer && number % 6 == 1;
        Instant replied = answered.plusMillis(random.nextLong(Duration.ofDays(4).toMillis()));
        Instant closed = licensed
                ? (answer ? replied : registered)
                        .plusMillis(random.nextLong(Duration.ofHours(40).toMillis()))
                : registered.plusMillis(random.nextLong(900));
        String agent = AGENTS.get(random.nextInt(AGENTS.size()));
        long id = insert(
                registered,
                closed,
                Channel.values()[random.nextInt(3)].name(),
                TicketType.values()[random.nextInt(4)].name(),
                SERVICES.get(random.nextInt(SERVICES.size())),
                number % 9 == 0 ? null : "P" + (1 + random.nextInt(3)),
                !licensed ? "NO_LICENCE" : answer ? "SOLVED" : "WITHDRAWN");
        clocks.start(id, registered, window(window));
        journal(id, registered, "customer:1", "TICKET_REGISTERED", "R5.1");
        if (answer) {
            Instant touched =
                    registered.plusMillis(Duration.between(registered, answered).toMillis() / 3);
            journal(id, touched, agent, "NOTE_ADDED", null);
            if (asked) {
                clocks.informationRequested(id, answered, agent);
                clocks.customerAnswered(id, replied);
                clocks.responded(id, closed, "lev");
            } else {
                clocks.responded(id, answered, agent);
            }
            journal(id, answered, agent, "TRIAGE_DECIDED", "R5.2");
            if (escalated) {
                clocks.escalated(id, replied, window(Duration.ofHours(6)));
                journal(id, replied, agent, "ESCALATED", "R5.3");
            }
        }
        clocks.closed(id, closed);
        journal(id, closed, "system:Task_Close", "TICKET_CLOSED", "R5.4c");
    }

    private static ResponseWindow window(Duration length) {
        return new ResponseWindow(length, 0.75, "R3.2", "some", "responseWindow:1");
    }

    private long insert(
            Instant registered,
            Instant closed,
            String channel,
            String type,
            String service,
            String priority,
            String reason) {
        long id = database.sql(
                        "insert into ticket (id, number, customer_id, channel, type, service, subject, description,"
                                + " status, affected, scope, effect, data_loss, workaround, priority, registered_at, closed_at,"
                                + " closing_reason, version) select number, 'SD-2011-' || lpad(cast(number as varchar), 6, '0'),"
                                + " (select min(id) from customer), :channel, :type, :service, 'Старое', 'Давно было', 'CLOSED',"
                                + " 'MODULE', 'ONE_USER', 'MINOR', false, false, :priority, :registered, :closed, :reason, 0"
                                + " from (select nextval('ticket_number') as number) next returning id")
                .param("channel", channel)
                .param("type", type)
                .param("service", service)
                .param("priority", priority, Types.VARCHAR)
                .param("registered", registered.atOffset(ZoneOffset.UTC))
                .param("closed", closed.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .query(Long.class)
                .single();
        database.sql("insert into closed_ticket_due (ticket_id) values (?)")
                .param(id)
                .update();
        return id;
    }

    private void journal(long id, Instant at, String actor, String kind, String clause) {
        String number = "SD-2011-%06d".formatted(id);
        List<String> before = database.sql("select hash from journal where ticket = ? order by sequence")
                .param(number)
                .query(String.class)
                .list();
        JournalEntry entry = new JournalEntry(
                        number,
                        before.size() + 1,
                        at,
                        actor,
                        kind,
                        clause,
                        "{}",
                        before.isEmpty() ? JournalEntry.NOTHING_BEFORE : before.get(before.size() - 1),
                        "")
                .sealed();
        database.sql(
                        "insert into journal (ticket, sequence, recorded_at, actor, kind, clause, details, previous_hash, hash)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.ticket(),
                        entry.sequence(),
                        at.atOffset(ZoneOffset.UTC),
                        actor,
                        kind,
                        clause,
                        entry.details(),
                        entry.previousHash(),
                        entry.hash())
                .update();
    }
}
