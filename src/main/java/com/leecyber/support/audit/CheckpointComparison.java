package com.leecyber.support.audit;

import com.leecyber.support.proof.Checkpoint;
import com.leecyber.support.proof.CheckpointCheck;
import com.leecyber.support.proof.Finding;
import com.leecyber.support.proof.FindingKind;
import com.leecyber.support.proof.Findings;
import com.leecyber.support.proof.Head;
import com.leecyber.support.proof.Unreadable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the checkpoints' files against what the database has: rows about them, and the entries that they name. */
@Component
class CheckpointComparison {

    private static final int AT_ONCE = 500;

    // A head is at odds when the journal has it not or otherwise; it is known when a row of the same checkpoint, or of
    // an
    // earlier one, says the same.
    private static final String HEADS = "select said.chain, said.sequence, said.hash, entry.hash as stored,"
            + " known.checkpoint from unnest(:chains::text[], :sequences::int[], :hashes::text[])"
            + " as said (chain, sequence, hash)"
            + " left join journal entry on entry.ticket = said.chain and entry.sequence = said.sequence"
            + " left join checkpoint_head known on known.ticket = said.chain and known.sequence = said.sequence"
            + " and known.hash = said.hash";

    private static final String UNCOVERED = "select count(*) as entries, min(recorded_at) as oldest from journal entry"
            + " left join (select ticket, max(sequence) as sequence from checkpoint_head group by ticket) head"
            + " on head.ticket = entry.ticket where head.sequence is null or entry.sequence > head.sequence";

    private final JdbcClient database;
    private final CheckpointRows rows;
    private final CheckpointFolder folder;

    CheckpointComparison(JdbcClient database, CheckpointRows rows, CheckpointFolder folder) {
        this.database = database;
        this.rows = rows;
        this.folder = folder;
    }

    /**
     * Entries that no checkpoint covers yet.
     *
     * @param oldest null for none
     */
    record Uncovered(long count, Instant oldest) {}

    long entries() {
        return database.sql("select count(*) from journal").query(Long.class).single();
    }

    Uncovered uncovered() {
        return database.sql(UNCOVERED)
                .query((row, number) -> new Uncovered(
                        row.getLong("entries"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .single();
    }

    /**
     * Checks every file.
     *
     * @param numbers the files there are
     * @param lastRow the highest number that the database knows
     * @param progress is told how many files are done
     */
    void compare(List<Integer> numbers, int lastRow, Findings findings, IntConsumer progress) {
        CheckpointCheck check = new CheckpointCheck(folder.verifyingKey(), findings);
        for (int number : numbers) {
            try {
                Checkpoint checkpoint = folder.files().read(number);
                if (check.next(number, checkpoint)) {
                    compare(checkpoint, findings);
                }
            } catch (Unreadable unreadable) {
                check.unreadable(number, unreadable.getMessage());
            }
            progress.accept(check.count());
        }
        check.end(lastRow);
    }

    private void compare(Checkpoint checkpoint, Findings findings) {
        int number = checkpoint.header().number();
        Optional<CheckpointRow> row = rows.find(number);
        if (row.isEmpty()) {
            findings.add(Finding.ofCheckpoint(FindingKind.ROW_MISSING, number, ""));
        }
        int known = 0;
        for (int from = 0; from < checkpoint.heads().size(); from += AT_ONCE) {
            int to = Math.min(checkpoint.heads().size(), from + AT_ONCE);
            known += compare(checkpoint.heads().subList(from, to), number, findings);
        }
        boolean differs = row.isPresent()
                && !(row.get().header().equals(checkpoint.header())
                        && row.get().signature().equals(checkpoint.signature())
                        && known == headsOf(number));
        if (differs) {
            findings.add(Finding.ofCheckpoint(FindingKind.ROW_DIFFERS, number, ""));
        }
    }

    /** Returns how many of the heads the database has as this checkpoint's. */
    private int compare(List<Head> heads, int number, Findings findings) {
        HeadArrays said = HeadArrays.of(heads);
        int[] known = {0};
        database.sql(HEADS)
                .param("chains", said.chains())
                .param("sequences", said.sequences())
                .param("hashes", said.hashes())
                .query(row -> {
                    Head head = new Head(row.getString("chain"), row.getInt("sequence"), row.getString("hash"));
                    String stored = row.getString("stored");
                    if (stored == null) {
                        findings.add(Finding.ofHead(FindingKind.TAIL_CUT, head, number));
                    } else if (!stored.equals(head.hash())) {
                        findings.add(Finding.ofHead(FindingKind.ENTRY_REWRITTEN, head, number));
                    }
                    known[0] += row.getInt("checkpoint") == number ? 1 : 0;
                });
        return known[0];
    }

    private int headsOf(int number) {
        return database.sql("select count(*) from checkpoint_head where checkpoint = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
    }
}
