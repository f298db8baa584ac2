package com.leecyber.support.audit;

import com.leecyber.support.proof.Checkpoint;
import com.leecyber.support.proof.CheckpointHeader;
import com.leecyber.support.proof.Head;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database knows of checkpoints, and what of the journal they have not seen yet. */
@Component
class CheckpointRows {

    /** Taken with {@link #lock()}, so that one node at a time takes a checkpoint; nobody who writes needs it. */
    private static final long TAKING = 0x6A6F75726E616CL;

    private static final String ADD = "insert into checkpoint (" + CheckpointRow.COLUMNS
            + ") values (:number, :takenAt," + " :heads, :root, :previous, :key, :signature, :lookedUpTo, :seenUntil)";

    // Only what the journal has: a file may know of more than a database that was restored.
    private static final String ADD_HEADS = "insert into checkpoint_head (ticket, sequence, hash, checkpoint)"
            + " select j.ticket, j.sequence, j.hash, :number from unnest(:chains::text[], :sequences::int[], :hashes::text[])"
            + " as said (chain, sequence, hash) join journal j on j.ticket = said.chain and j.sequence = said.sequence"
            + " and j.hash = said.hash on conflict do nothing";

    private static final String GROWN =
            "select ticket, sequence, hash from (select distinct on (ticket) ticket, sequence,"
                    + " hash from journal where id > :from and id <= :to order by ticket, sequence desc) head"
                    + " where not exists (select from checkpoint_head known where known.ticket = head.ticket"
                    + " and known.sequence >= head.sequence)";

    private final JdbcClient database;

    CheckpointRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * The journal at one moment.
     *
     * @param last the highest id
     * @param oldestRunning the first transaction that may not have ended
     * @param notBegun the first transaction that had not begun
     */
    record Moment(long last, long oldestRunning, long notBegun) {}

    boolean tryLock() {
        return database.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", TAKING)
                .query(Boolean.class)
                .single();
    }

    void lock() {
        database.sql("select pg_advisory_xact_lock(:key)").param("key", TAKING).query(row -> {});
    }

    Moment now() {
        return database.sql("select coalesce(max(id), 0) as last,"
                        + " pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest_running,"
                        + " pg_snapshot_xmax(pg_current_snapshot())::text::bigint as not_begun from journal")
                .query((row, number) ->
                        new Moment(row.getLong("last"), row.getLong("oldest_running"), row.getLong("not_begun")))
                .single();
    }

    Optional<CheckpointRow> last() {
        return database.sql("select " + CheckpointRow.COLUMNS + " from checkpoint order by number desc limit 1")
                .query(CheckpointRow::of)
                .optional();
    }

    Optional<CheckpointRow> find(int number) {
        return database.sql("select " + CheckpointRow.COLUMNS + " from checkpoint where number = :number")
                .param("number", number)
                .query(CheckpointRow::of)
                .optional();
    }

    List<CheckpointRow> before(int number, int limit) {
        return database.sql("select " + CheckpointRow.COLUMNS
                        + " from checkpoint where number < :number order by number desc limit :limit")
                .param("number", number)
                .param("limit", limit)
                .query(CheckpointRow::of)
                .list();
    }

    /**
     * The id up to which nothing can appear any more that the checkpoints have not seen.
     *
     * <p>A checkpoint is settled once every transaction has ended that ran when it looked; then its ids are all seen. A
     * transaction gets an id a moment before it counts as running, so the one before the last settled checkpoint is meant.
     * A number of a transaction that is not reached yet comes from another server, whose transactions are all over here.
     */
    long settledUpTo(Moment now) {
        return database.sql("select coalesce(min(looked_up_to), 0) from (select looked_up_to from checkpoint"
                        + " where seen_until <= :oldestRunning or seen_until > :notBegun order by number desc limit 2) settled"
                        + " having count(*) = 2")
                .param("oldestRunning", now.oldestRunning())
                .param("notBegun", now.notBegun())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The last entries of chains between two ids, where no checkpoint knows them or later ones. */
    List<Head> grown(long from, long to) {
        return database.sql(GROWN)
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new Head(row.getString("ticket"), row.getInt("sequence"), row.getString("hash")))
                .list();
    }

    void add(Checkpoint checkpoint, long lookedUpTo, long seenUntil) {
        CheckpointHeader header = checkpoint.header();
        database.sql(ADD)
                .param("number", header.number())
                .param("takenAt", header.takenAt().atOffset(ZoneOffset.UTC))
                .param("heads", header.heads())
                .param("root", header.root())
                .param("previous", header.previous())
                .param("key", header.key())
                .param("signature", checkpoint.signature())
                .param("lookedUpTo", lookedUpTo)
                .param("seenUntil", seenUntil)
                .update();
        HeadArrays heads = HeadArrays.of(checkpoint.heads());
        database.sql(ADD_HEADS)
                .param("number", header.number())
                .param("chains", heads.chains())
                .param("sequences", heads.sequences())
                .param("hashes", heads.hashes())
                .update();
    }

    /** When the oldest entry was made that came after the last look. */
    Optional<Instant> waitingSince() {
        return database.sql("select recorded_at from journal where id > (select coalesce(max(looked_up_to), 0)"
                        + " from checkpoint) order by id limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The last checkpointed head of a chain and the number of its checkpoint. */
    Optional<Covered> covering(String chain) {
        return database.sql("select ticket, sequence, hash, checkpoint from checkpoint_head where ticket = :chain"
                        + " order by sequence desc limit 1")
                .param("chain", chain)
                .query((row, number) -> new Covered(
                        new Head(row.getString("ticket"), row.getInt("sequence"), row.getString("hash")),
                        row.getInt("checkpoint")))
                .optional();
    }

    /** A head that a checkpoint has. */
    record Covered(Head head, int checkpoint) {}
}
