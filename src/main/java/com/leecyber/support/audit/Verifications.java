package com.leecyber.support.audit;

import com.leecyber.support.proof.Finding;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Verifications of the journal on this node: one at a time, the last one kept until the node stops. */
@Service
public class Verifications {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);

    private final Verification verification;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile VerificationProgress progress = new VerificationProgress(0, 0);
    private volatile VerificationReport last;
    private volatile String failure;

    Verifications(Verification verification) {
        this.verification = verification;
    }

    /** Begins one in the background, unless one is running. */
    public void start() {
        if (running.compareAndSet(false, true)) {
            Thread thread = new Thread(this::verify, "journal-verification");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Does one now, unless one is running. */
    void run() {
        if (running.compareAndSet(false, true)) {
            verify();
        }
    }

    /** How far the running one is; empty when none runs. */
    public Optional<VerificationProgress> progress() {
        return running.get() ? Optional.of(progress) : Optional.empty();
    }

    /** What the last one found; empty when this node has not verified since it started. */
    public Optional<VerificationReport> last() {
        return Optional.ofNullable(last);
    }

    /** Why the last one could not be finished; empty when it was. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void verify() {
        try {
            progress = new VerificationProgress(0, 0);
            last = verification.run(now -> progress = now);
            failure = null;
            tell(last);
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
