package com.leecyber.support.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Threads that work on stored mails: at once when a mail came, and again and again for those that failed. */
@Component
class MailWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailWorkers.class);
    private static final long LOOK_AGAIN_MILLIS = 2_000;
    private static final long LONGEST_STOP_MILLIS = 10_000;

    private final MailboxSettings settings;
    private final MailProcessor processor;
    private final Semaphore news = new Semaphore(0);
    private volatile List<Thread> threads = List.of();
    private volatile boolean running;

    MailWorkers(MailboxSettings settings, MailProcessor processor) {
        this.settings = settings;
        this.processor = processor;
    }

    /** Something was stored. */
    void wake() {
        if (news.availablePermits() < settings.workers()) {
            news.release(settings.workers());
        }
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
        if (settings.mailboxes().isEmpty() || running) {
            return;
        }
        running = true;
        List<Thread> started = new ArrayList<>();
        for (int number = 1; number <= settings.workers(); number++) {
            Thread thread = daemon("mail-worker-" + number).newThread(this::work);
            thread.start();
            started.add(thread);
        }
        threads = started;
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake();
        try {
            for (Thread thread : threads) {
                thread.join(LONGEST_STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private void work() {
        while (running) {
            try {
                while (running && processor.processNext()) {
                    // Until nothing is due.
                }
                news.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // The database is down, for one: the mails lie safely, and this thread has to be there when it is back.
                log.warn("Mails cannot be worked on: {}", e.toString());
                waitQuietly();
            }
        }
    }

    private void waitQuietly() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
