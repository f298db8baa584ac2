package com.leecyber.support.mailbox;

import java.time.Instant;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Shows an operator which mailboxes can be read, what waits, and how much lies in quarantine. */
@Component
class MailboxHealthIndicator extends AbstractHealthIndicator {

    /** Somebody must look, but this node works: a restart would mend nothing. */
    static final Status WARNING = new Status("WARNING", "A mailbox cannot be read");

    private final MailboxReaders readers;
    private final InboundMails mails;

    MailboxHealthIndicator(MailboxReaders readers, InboundMails mails) {
        super("The stored mails cannot be counted");
        this.readers = readers;
        this.mails = mails;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        InboundMails.Figures figures = mails.figures();
        health.status(Status.UP)
                .withDetail("waiting", figures.waiting())
                .withDetail("oldest", figures.oldest().map(Instant::toString).orElse("none"))
                .withDetail("quarantine", figures.quarantined());
        for (MailboxReader reader : readers.readers()) {
            MailboxReader.Condition condition = reader.condition();
            condition.trouble().ifPresent(trouble -> health.status(WARNING));
            String read =
                    condition.lastLook().map(moment -> "read at " + moment).orElse("not read yet");
            health.withDetail(
                    "mailbox " + reader.name(),
                    condition.trouble().map(trouble -> read + "; " + trouble).orElse(read));
        }
    }
}
