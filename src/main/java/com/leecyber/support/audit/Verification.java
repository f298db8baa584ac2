package com.leecyber.support.audit;

import com.leecyber.support.proof.ChainCheck;
import com.leecyber.support.proof.Findings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Verifies the journal: every chain by itself, every checkpoint file by itself, the files against the database's rows, and what
 * the files say against the journal.
 *
 * <p>Everything is read as of one moment and piece by piece: it needs the memory of one checkpoint, however long the journal
 * is. The files are listed while no checkpoint is being taken and before that moment, so that whatever they name was there.
 */
@Component
class Verification {

    private static final int STEP = 1_000;

    private final JournalExport journal;
    private final CheckpointRows rows;
    private final CheckpointFolder folder;
    private final CheckpointComparison comparison;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Verification(
            JournalExport journal,
            CheckpointRows rows,
            CheckpointFolder folder,
            CheckpointComparison comparison,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.journal = journal;
        this.rows = rows;
        this.folder = folder;
        this.comparison = comparison;
        transaction = new TransactionTemplate(transactions);
        snapshot = JournalExport.snapshot(transactions);
        this.clock = clock;
    }

    /** The checkpoints at the beginning: what is taken meanwhile is not looked at. */
    private record Known(List<Integer> files, int lastRow) {}

    VerificationReport run(Consumer<VerificationProgress> progress) {
        Instant startedAt = clock.instant();
        folder.verifyingKey();
        Known known = transaction.execute(status -> {
            rows.lock();
            return new Known(
                    folder.numbers(),
                    rows.last().map(row -> row.header().number()).orElse(0));
        });
        return snapshot.execute(status -> verify(startedAt, known, progress));
    }

    private VerificationReport verify(Instant startedAt, Known known, Consumer<VerificationProgress> progress) {
        Findings findings = new Findings();
        ChainCheck chains = new ChainCheck(findings);
        long all = comparison.entries() + known.files().size();
        progress.accept(new VerificationProgress(0, all));
        journal.all(entry -> {
            chains.next(entry);
            if (chains.entries() % STEP == 0) {
                progress.accept(new VerificationProgress(chains.entries(), all));
            }
        });
        comparison.compare(
                known.files(),
                known.lastRow(),
                findings,
                done -> progress.accept(new VerificationProgress(chains.entries() + done, all)));
        CheckpointComparison.Uncovered uncovered = comparison.uncovered();
        progress.accept(new VerificationProgress(all, all));
        return new VerificationReport(
                startedAt,
                clock.instant(),
                chains.entries(),
                chains.chains(),
                known.files().size(),
                uncovered.count(),
                uncovered.oldest(),
                findings.count(),
                findings.listed());
    }
}
