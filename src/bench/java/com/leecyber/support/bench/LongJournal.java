package com.leecyber.support.bench;

import com.leecyber.support.audit.Checkpoints;
import com.leecyber.support.audit.VerificationReport;
import com.leecyber.support.audit.Verifications;
import com.leecyber.support.proof.JournalEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A long journal, as {@code -Dbench.entries=100000} says: how long checkpoints and a verification of it take. */
final class LongJournal {

    private static final int CHAIN = 10;
    private static final int BATCH = 10_000;
    private static final String INSERT = "insert into journal (ticket, sequence, recorded_at, actor, kind, clause,"
            + " details, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Desk desk;

    LongJournal(Desk desk) {
        this.desk = desk;
    }

    /** How many entries are asked for; 0 leaves it out. */
    static int entries() {
        return Integer.getInteger("bench.entries", 0);
    }

    void measure(int entries) {
        JdbcTemplate database = desk.bean(JdbcTemplate.class);
        List<Object[]> rows = new ArrayList<>();
        for (int chain = 0; chain < entries / CHAIN; chain++) {
            add(rows, "LONG-%08d".formatted(chain));
            if (rows.size() >= BATCH) {
                database.batchUpdate(INSERT, rows);
                rows.clear();
            }
        }
        database.batchUpdate(INSERT, rows);
        verify();
    }

    /** Signs and verifies whatever there is. */
    void verify() {
        long start = System.nanoTime();
        int taken = desk.bean(Checkpoints.class).take();
        Benchmark.print("checkpoints", "%d in %.1f s".formatted(taken, (System.nanoTime() - start) / 1e9));
        Verifications verifications = desk.bean(Verifications.class);
        start = System.nanoTime();
        verifications.start();
        Desk.await(() -> verifications.progress().isEmpty());
        double seconds = (System.nanoTime() - start) / 1e9;
        VerificationReport report = verifications.last().orElseThrow();
        Benchmark.print(
                "verification",
                "%d entries of %d chains, %d checkpoints in %.1f s: %d findings"
                        .formatted(report.entries(), report.chains(), report.checkpoints(), seconds, report.found()));
    }

    private static void add(List<Object[]> rows, String chain) {
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String previous = JournalEntry.NOTHING_BEFORE;
        for (int sequence = 1; sequence <= CHAIN; sequence++) {
            JournalEntry entry = new JournalEntry(
                            chain,
                            sequence,
                            moment,
                            "system:bench",
                            "NOTE_ADDED",
                            "R5.2",
                            "{\"message\":" + sequence + ",\"kind\":\"NOTE\"}",
                            previous,
                            null)
                    .sealed();
            rows.add(new Object[] {
                chain,
                sequence,
                moment.atOffset(ZoneOffset.UTC),
                entry.actor(),
                entry.kind(),
                entry.clause(),
                entry.details(),
                previous,
                entry.hash()
            });
            previous = entry.hash();
        }
    }
}
