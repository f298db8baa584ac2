package com.leecyber.support.audit;

import com.leecyber.support.proof.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to every ticket, in order; entries are added and read, never changed.
 *
 * <p>The database refuses the application any change. Against whoever can get around that, the entries of a ticket form a
 * chain of hashes (see {@link JournalEntry}), and {@link #verify} names the first that does not fit. A chain cannot show that its
 * last entries were cut off: compare the last hash with one exported before.
 *
 * <p>Whatever is recorded at an element of a diagram says so: see {@link Step}.
 *
 * <p>Every method joins the caller's transaction: an entry is stored together with what it tells of.
 */
@Service
@Transactional
public class Journal {

    private static final String STEP = "step";

    private static final String INSERT = "insert into journal (ticket, sequence, recorded_at, actor, kind, clause,"
            + " details, previous_hash, hash) values (:ticket, :sequence, :recordedAt, :actor, :kind, :clause, :details,"
            + " :previousHash, :hash)";

    private static final String SELECT = "select ticket, sequence, recorded_at, actor, kind, clause, details,"
            + " previous_hash, hash from journal where ticket = :ticket order by sequence";

    // One writer per ticket at a time, until its transaction ends; it blocks nobody who writes elsewhere.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(:ticket, 0))";

    private final JdbcClient database;
    private final Clock clock;

    Journal(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds the first entry of a ticket that is new, with one statement and without a lock.
     *
     * @param ticket the ticket's number
     * @param clause the regulation's clause, or null
     * @param details what else matters; anything that becomes JSON
     * @throws org.springframework.dao.DuplicateKeyException if the ticket has entries already
     */
    public void open(String ticket, EventKind kind, String clause, Map<String, ?> details) {
        add(ticket, 1, JournalEntry.NOTHING_BEFORE, kind, clause, details);
    }

    /**
     * Adds an entry after the ticket's last one.
     *
     * @param ticket the ticket's number
     * @param clause the regulation's clause, or null
     * @param details what else matters; anything that becomes JSON
     */
    public void record(String ticket, EventKind kind, String clause, Map<String, ?> details) {
        database.sql(LOCK).param("ticket", ticket).query(row -> {});
        last(ticket)
                .ifPresentOrElse(
                        last -> add(ticket, last.sequence() + 1, last.hash(), kind, clause, details),
                        () -> open(ticket, kind, clause, details));
    }

    /** The ticket's entries in their order. */
    @Transactional(readOnly = true)
    public List<JournalEntry> of(String ticket) {
        return database.sql(SELECT)
                .param("ticket", ticket)
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * Checks the ticket's chain.
     *
     * @return the sequence of the first entry that was altered or does not follow the one before (a gap is named by the
     *     entry after it); empty when the chain is whole
     */
    @Transactional(readOnly = true)
    public Optional<Integer> verify(String ticket) {
        JournalEntry previous = null;
        for (JournalEntry entry : of(ticket)) {
            if (!entry.follows(previous) || !entry.isIntact()) {
                return Optional.of(entry.sequence());
            }
            previous = entry;
        }
        return Optional.empty();
    }

    private Optional<JournalEntry> last(String ticket) {
        return database.sql(SELECT + " desc limit 1")
                .param("ticket", ticket)
                .query((row, number) -> entry(row))
                .optional();
    }

    private void add(
            String ticket, int sequence, String previousHash, EventKind kind, String clause, Map<String, ?> details) {
        JournalEntry entry = new JournalEntry(
                        ticket,
                        sequence,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        encodable(Actor.current()),
                        kind.name(),
                        clause,
                        encodable(Details.json(placed(details))),
                        previousHash,
                        null)
                .sealed();
        database.sql(INSERT)
                .param("ticket", entry.ticket())
                .param("sequence", entry.sequence())
                .param("recordedAt", entry.recordedAt().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("kind", entry.kind())
                .param("clause", entry.clause(), Types.VARCHAR)
                .param("details", entry.details())
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
    }

    /** With the element of the diagram at which it happened, if it happened at one. */
    private static Map<String, ?> placed(Map<String, ?> details) {
        return Step.current()
                .<Map<String, ?>>map(step -> {
                    Map<String, Object> placed = new HashMap<>(details);
                    placed.put(STEP, step);
                    return placed;
                })
                .orElse(details);
    }

    /** Half a character (a lone surrogate) has no UTF-8 form; it must not make an entry impossible. */
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static JournalEntry entry(ResultSet row) throws SQLException {
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new JournalEntry(
                row.getString("ticket"),
                row.getInt("sequence"),
                recordedAt,
                row.getString("actor"),
                row.getString("kind"),
                row.getString("clause"),
                row.getString("details"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
