package com.leecyber.support.change;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.change.RunningProcesses.Running;
import com.leecyber.support.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What became of each process that was under way when a change came into force. */
@Repository
class Moves {

    private static final String ADD = "insert into moved_process (change_id, process, ticket, moved, reason, at)"
            + " values (:change, :process, :ticket, :moved, :reason, :at) on conflict do nothing";

    private final Changes changes;
    private final RunningProcesses processes;
    private final Tickets tickets;
    private final Journal journal;
    private final JdbcClient database;
    private final Clock clock;

    Moves(
            Changes changes,
            RunningProcesses processes,
            Tickets tickets,
            Journal journal,
            JdbcClient database,
            Clock clock) {
        this.changes = changes;
        this.processes = processes;
        this.tickets = tickets;
        this.journal = journal;
        this.database = database;
        this.clock = clock;
    }

    /** How many moved, and how many stayed for which reason. */
    record Tally(long moved, Map<Obstacle, Long> stayed) {

        public long stayedAltogether() {
            return stayed.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Moves one process: its new version, the note of it and the ticket's journal entry commit together.
     *
     * @throws StaysOnItsVersion when that is not safe; nothing has happened then
     */
    @Transactional
    public void move(Change change, Running process) {
        if (note(change, process, true, null)) {
            // The ticket first, like everybody who writes to it.
            tickets.lock(process.ticket());
            processes.move(process, change.deployment().orElseThrow());
            journal.record(process.ticket(), EventKind.PROCESS_MOVED, null, Map.of("change", change.number()));
        }
    }

    @Transactional
    public void keep(Change change, Running process, Obstacle obstacle) {
        note(change, process, false, obstacle.stored());
    }

    boolean isNoted(Change change, Running process) {
        return database.sql(
                        "select exists(select 1 from moved_process where change_id = :change and process = :process)")
                .param("change", change.id())
                .param("process", process.id())
                .query(Boolean.class)
                .single();
    }

    /** Nothing is left to be moved. */
    @Transactional
    public void finish(long id) {
        Change change = changes.lock(id);
        if (change.movedAt().isPresent()) {
            return;
        }
        Instant now = clock.instant();
        change.moved(now);
        Tally tally = tally(change);
        journal.record(
                change.number(),
                EventKind.PROCESSES_MOVED,
                null,
                Map.of("moved", tally.moved(), "stayed", tally.stayedAltogether()));
    }

    Tally tally(Change change) {
        Map<Obstacle, Long> stayed = new LinkedHashMap<>();
        database.sql("select reason, count(*) from moved_process where change_id = :change and not moved"
                        + " group by reason order by count(*) desc")
                .param("change", change.id())
                .query(row -> {
                    stayed.put(Obstacle.parse(row.getString(1)), row.getLong(2));
                });
        long moved = database.sql("select count(*) from moved_process where change_id = :change and moved")
                .param("change", change.id())
                .query(Long.class)
                .single();
        return new Tally(moved, stayed);
    }

    private boolean note(Change change, Running process, boolean moved, String reason) {
        return database.sql(ADD)
                        .param("change", change.id())
                        .param("process", process.id())
                        .param("ticket", process.ticket())
                        .param("moved", moved)
                        .param("reason", reason)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
