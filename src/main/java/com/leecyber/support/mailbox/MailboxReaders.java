package com.leecyber.support.mailbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One reader for each mailbox, on a thread of its own, from the start of the desk to its end. */
@Component
class MailboxReaders implements SmartLifecycle {

    private final MailboxSettings settings;
    private final InboundMails mails;
    private final MailWorkers workers;
    private final Clock clock;
    private volatile List<MailboxReader> readers = List.of();
    private ScheduledExecutorService alarm;

    MailboxReaders(MailboxSettings settings, InboundMails mails, MailWorkers workers, Clock clock) {
        this.settings = settings;
        this.mails = mails;
        this.workers = workers;
        this.clock = clock;
    }

    List<MailboxReader> readers() {
        return readers;
    }

    /** Not before rules, staff and whatever else a start brings are there: the first mail may wait already. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        start();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public synchronized void start() {
        if (settings.mailboxes().isEmpty() || isRunning()) {
            return;
        }
        alarm = Executors.newSingleThreadScheduledExecutor(MailWorkers.daemon("mailbox-alarm"));
        List<MailboxReader> started = new ArrayList<>();
        for (MailboxSettings.Mailbox mailbox : settings.mailboxes()) {
            MailboxReader reader = new MailboxReader(mailbox, settings, mails, workers::wake, alarm, clock);
            started.add(reader);
            MailWorkers.daemon("mailbox-" + mailbox.name()).newThread(reader).start();
        }
        readers = List.copyOf(started);
    }

    @Override
    public synchronized void stop() {
        if (isRunning()) {
            readers.forEach(MailboxReader::stop);
            readers = List.of();
            alarm.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return !readers.isEmpty();
    }
}
