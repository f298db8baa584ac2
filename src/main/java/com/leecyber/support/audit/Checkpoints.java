package com.leecyber.support.audit;

import com.leecyber.support.proof.Checkpoint;
import com.leecyber.support.proof.CheckpointHeader;
import com.leecyber.support.proof.Head;
import com.leecyber.support.proof.Unreadable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs how far every chain of the journal has come, and keeps it outside the database.
 *
 * <p><b>What a checkpoint says.</b> For each chain that grew: "its entry n has the hash h". As each hash covers the entry before,
 * that holds the whole chain up to n. Chains that did not grow are held by the last checkpoint that named them.
 *
 * <p><b>Nobody waits for it.</b> It reads committed rows and locks nothing but itself, so a writer is never behind it. In
 * return an entry may be committed after later ids were looked at. Therefore every look begins where no transaction can be open
 * any more (see {@link CheckpointRows#settledUpTo}), and a chain is named only if its head is further than any checkpoint
 * knows: what was looked at twice is not named twice, and an entry that came late is named as soon as it is there.
 *
 * <p><b>File first, row second.</b> The file is on the disk before the row is committed. If the desk dies between, the file is
 * adopted at the next look; its number is never used again. If the database is older than the files, it goes on after the
 * highest number that either knows.
 */
@Service
public class Checkpoints {

    /** How many ids one checkpoint looks through: its heads are kept in memory. */
    private static final long AT_ONCE = 100_000;

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private final CheckpointRows rows;
    private final CheckpointFolder folder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Checkpoints(CheckpointRows rows, CheckpointFolder folder, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.folder = folder;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes as many checkpoints as it needs to cover what was committed before; none when nothing is new or another node is at
     * it.
     *
     * @return how many were taken
     */
    public int take() {
        SigningKey key = folder.key();
        int taken = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> rows.tryLock() && takeOne(key)))) {
            taken++;
        }
        return taken;
    }

    /** A page of them, the newest first: those with lower numbers. */
    public List<CheckpointHeader> before(int number, int limit) {
        return rows.before(number, limit).stream().map(CheckpointRow::header).toList();
    }

    /** The file of a checkpoint, if it is there. */
    public Optional<Path> file(int number) {
        return Optional.of(folder.files().file(number)).filter(Files::isReadable);
    }

    /** The public key as a file. */
    public String publicKey() {
        return folder.key().verifying().pem();
    }

    /** What the public key is compared by. */
    public String fingerprint() {
        return folder.key().verifying().fingerprint();
    }

    private boolean takeOne(SigningKey key) {
        CheckpointRows.Moment now = rows.now();
        adopt(key);
        Optional<CheckpointRow> last = rows.last();
        last.ifPresent(row -> refuseForeign(row, key));
        long from = rows.settledUpTo(now);
        long to = Math.max(from, last.map(CheckpointRow::lookedUpTo).orElse(0L));
        while (true) {
            to = Math.min(now.last(), to + AT_ONCE);
            List<Head> grown = rows.grown(from, to);
            if (!grown.isEmpty()) {
                sign(key, grown, to, now);
                return true;
            }
            if (to >= now.last()) {
                return false;
            }
        }
    }

    private void sign(SigningKey key, List<Head> grown, long lookedUpTo, CheckpointRows.Moment now) {
        int highest = Math.max(
                rows.last().map(row -> row.header().number()).orElse(0),
                folder.numbers().stream().mapToInt(Integer::intValue).max().orElse(0));
        Checkpoint checkpoint = Checkpoint.of(
                highest + 1, clock.instant(), hashOf(highest), key.verifying().fingerprint(), grown, key::sign);
        folder.store(checkpoint);
        rows.add(checkpoint, lookedUpTo, now.notBegun());
        log.info("Checkpoint {} covers {} chains", highest + 1, grown.size());
    }

    /** The file says it, if it can be read: a database may be older. */
    private String hashOf(int number) {
        if (number == 0) {
            return CheckpointHeader.NOTHING_BEFORE;
        }
        try {
            return folder.files().read(number).header().hash();
        } catch (Unreadable unreadable) {
            log.error("The file of checkpoint {} cannot be read: {}", number, unreadable.getMessage());
            return rows.find(number).map(row -> row.header().hash()).orElse(CheckpointHeader.NOTHING_BEFORE);
        }
    }

    /** Files that nobody wrote a row for, because the desk stopped between or the database is older. */
    private void adopt(SigningKey key) {
        Optional<CheckpointRow> last = rows.last();
        int known = last.map(row -> row.header().number()).orElse(0);
        for (int number : folder.numbers()) {
            if (number > known) {
                adopt(key, number, last);
            }
        }
    }

    private void adopt(SigningKey key, int number, Optional<CheckpointRow> last) {
        try {
            Checkpoint checkpoint = folder.files().read(number);
            boolean ours = checkpoint.header().number() == number
                    && key.verifying().signed(checkpoint.header(), checkpoint.signature())
                    && checkpoint.hasItsHeads();
            if (ours) {
                // What it looked at is not known any more: that is looked at again.
                rows.add(
                        checkpoint,
                        last.map(CheckpointRow::lookedUpTo).orElse(0L),
                        last.map(CheckpointRow::seenUntil).orElse(0L));
                log.warn("Checkpoint {} had a file and no row; adopted", number);
            } else {
                log.error("Checkpoint {} has no row, and its file is not signed by our key", number);
            }
        } catch (Unreadable unreadable) {
            log.error("The file of checkpoint {} cannot be read: {}", number, unreadable.getMessage());
        }
    }

    private static void refuseForeign(CheckpointRow last, SigningKey key) {
        if (!last.header().key().equals(key.verifying().fingerprint())) {
            throw new IllegalStateException("Checkpoint " + last.header().number() + " was signed by another key, "
                    + last.header().key() + ": all nodes need the same key and folder (see docs/operator.md)");
        }
    }
}
