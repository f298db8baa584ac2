package com.leecyber.support.audit;

import com.leecyber.support.proof.Finding;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Verifications of the journal: on a node one at a time, and the journal tells of each that was finished. */
@Service
public class Verifications {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);

    private final Verification verification;
    private final VerificationEntries entries;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile VerificationProgress progress = new VerificationProgress(0, 0);
    private volatile String failure;

    Verifications(Verification verification, VerificationEntries entries) {
        this.verification = verification;
        this.entries = entries;
    }

    /** Begins one in the background, unless one is running. */
    public void start() {
        if (running.compareAndSet(false, true)) {
            String by = Actor.current();
            Thread thread = new Thread(() -> verify(by), "journal-verification");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Does one now, unless one is running. */
    void run() {
        if (running.compareAndSet(false, true)) {
            verify(Actor.current());
        }
    }

    /** How far the running one is; empty when none runs. */
    public Optional<VerificationProgress> progress() {
        return running.get() ? Optional.of(progress) : Optional.empty();
    }

    /** What the last one found that was finished, on whichever node; empty before the first. */
    public Optional<VerificationReport> last() {
        return entries.last();
    }

    /** Why this node's last one could not be finished; empty when it was. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void verify(String by) {
        try {
            progress = new VerificationProgress(0, 0);
            VerificationReport report = verification.run(now -> progress = now);
            tell(report);
            entries.record(report, by);
            failure = null;
        } catch (RuntimeException e) {
            failure = e.getMessage();
            log.error("The journal could not be verified", e);
        } finally {
            running.set(false);
        }
    }

    private static void tell(VerificationReport report) {
        if (report.isWhole()) {
            log.info(
                    "The journal is whole: {} entries, {} chains, {} checkpoints, {} entries not covered yet, {} ms",
                    report.entries(),
                    report.chains(),
                    report.checkpoints(),
                    report.uncovered(),
                    report.duration().toMillis());
        } else {
            log.error("THE JOURNAL IS NOT AS IT WAS LEFT: {} findings (docs/operator.md)", report.found());
            for (Finding finding : report.listed()) {
                log.error("{}", finding.sentence(Locale.ENGLISH));
            }
        }
    }
}
