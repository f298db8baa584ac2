package com.leecyber.support.mailbox;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one mailbox for ever: fetches what is unread, keeps it, and only then marks it as read.
 *
 * <p>Every step may happen twice: what is stored is not stored again, what is marked is marked. Whatever fails, the
 * mailbox or the database, it begins anew after a while.
 */
final class MailboxReader implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(MailboxReader.class);

    static final int BATCH = 200;
    private static final long BATCH_BYTES = 16L * 1024 * 1024;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Servers end IDLE after half an hour, and routers forget silent connections much earlier. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final MailboxSettings.Mailbox mailbox;
    private final MailboxSettings settings;
    private final InboundMails mails;
    private final Runnable arrived;
    private final ScheduledExecutorService alarm;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Mails that came down with the connection: they go last and alone, so that they hold up no other. */
    private final Set<Long> troublesome = new LinkedHashSet<>();

    private List<Long> underWay = List.of();
    private volatile ImapConnection connection;
    private volatile Condition condition = new Condition(Optional.empty(), Optional.of("not connected yet"));

    MailboxReader(
            MailboxSettings.Mailbox mailbox,
            MailboxSettings settings,
            InboundMails mails,
            Runnable arrived,
            ScheduledExecutorService alarm,
            Clock clock) {
        this.mailbox = mailbox;
        this.settings = settings;
        this.mails = mails;
        this.arrived = arrived;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * How the mailbox is doing.
     *
     * @param lastLook when it was last read to its end
     * @param trouble what keeps the desk from reading it
     */
    record Condition(Optional<Instant> lastLook, Optional<String> trouble) {}

    String name() {
        return mailbox.name();
    }

    Condition condition() {
        return condition;
    }

    @Override
    public void run() {
        int failures = 0;
        while (!isStopped()) {
            Optional<Instant> before = condition.lastLook();
            try {
                readWhileConnected();
            } catch (Throwable e) {
                // Even an Error: a thread that is gone would read nothing until the next start.
                failed(e);
            }
            failures = condition.lastLook().equals(before) ? failures + 1 : 1;
            pause(pauseAfter(failures));
        }
    }

    /** Ends it; what is under way may be done once more by the next start. */
    void stop() {
        stopped.countDown();
        ImapConnection open = connection;
        if (open != null) {
            open.abandon();
        }
    }

    private void readWhileConnected() throws MessagingException {
        try (ImapConnection opened = ImapConnection.open(mailbox)) {
            connection = opened;
            boolean idle = mailbox.idle() && opened.canIdle();
            log.info("Reading {}, {}", mailbox, idle ? "told of new mails" : "asking every " + settings.poll());
            while (!isStopped()) {
                readAll(opened);
                condition = new Condition(Optional.of(clock.instant()), Optional.empty());
                if (idle) {
                    idle(opened);
                } else {
                    pause(settings.poll());
                }
            }
        } finally {
            connection = null;
        }
    }

    private void readAll(ImapConnection open) throws MessagingException {
        boolean again;
        do {
            ImapConnection.Unread unread = open.unread();
            int stored = unread.uids().isEmpty() ? 0 : read(open, unread.uids());
            // What nobody could store this time is looked for with the next turn, and not in a circle.
            again = unread.grown() || stored > 0;
        } while (again && !isStopped());
    }

    private int read(ImapConnection open, List<Long> unread) throws MessagingException {
        Set<Long> known = mails.known(mailbox.name(), open.uidValidity(), unread);
        if (!known.isEmpty()) {
            // Stored before, and then this node or the connection went down.
            open.markSeen(List.copyOf(known));
        }
        List<Long> unknown = unread.stream().filter(uid -> !known.contains(uid)).toList();
        int stored = 0;
        Map<Long, Long> sizes = unknown.isEmpty() ? Map.of() : open.sizes(unknown);
        for (List<Long> batch : batches(unknown, sizes)) {
            if (!isStopped()) {
                underWay = batch;
                stored += readBatch(open, batch, sizes);
                batch.forEach(troublesome::remove);
                underWay = List.of();
            }
        }
        return stored;
    }

    /** Keeps them, commits, and only then tells the server. */
    private int readBatch(ImapConnection open, List<Long> batch, Map<Long, Long> sizes) throws MessagingException {
        List<InboundMails.Fetched> fetched = new ArrayList<>();
        fetched.addAll(fetch(open, batch, sizes, true));
        fetched.addAll(fetch(open, batch, sizes, false));
        if (!fetched.isEmpty()) {
            mails.store(mailbox.name(), open.uidValidity(), fetched, clock.instant());
            arrived.run();
            open.markSeen(fetched.stream().map(InboundMails.Fetched::uid).toList());
        }
        return fetched.size();
    }

    private List<InboundMails.Fetched> fetch(
            ImapConnection open, List<Long> uids, Map<Long, Long> sizes, boolean complete) throws MessagingException {
        List<Long> wanted = uids.stream()
                .filter(uid -> sizes.containsKey(uid)
                        && complete == (sizes.get(uid) <= settings.maximumSize().toBytes()))
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<Long, byte[]> bodies = complete ? open.mails(wanted) : open.headers(wanted);
        return wanted.stream()
                .filter(bodies::containsKey)
                .map(uid -> new InboundMails.Fetched(uid, sizes.get(uid), bodies.get(uid), complete))
                .toList();
    }

    private List<List<Long>> batches(List<Long> uids, Map<Long, Long> sizes) {
        List<List<Long>> batches = new ArrayList<>();
        List<Long> batch = new ArrayList<>();
        long bytes = 0;
        for (long uid : uids) {
            if (troublesome.contains(uid)) {
                continue;
            }
            long size =
                    Math.min(sizes.getOrDefault(uid, 0L), settings.maximumSize().toBytes());
            if (batch.size() == BATCH || bytes + size > BATCH_BYTES && !batch.isEmpty()) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(uid);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        troublesome.stream().filter(uids::contains).map(List::of).forEach(batches::add);
        return batches;
    }

    /** The alarm ends it before the server or a router does, and a look follows in any case. */
    private void idle(ImapConnection open) throws MessagingException {
        ScheduledFuture<?> alarmed = alarm.schedule(
                () -> {
                    try {
                        open.wake();
                    } catch (MessagingException | RuntimeException e) {
                        open.abandon();
                    }
                },
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            open.idle();
        } finally {
            alarmed.cancel(false);
        }
    }

    private void failed(Throwable e) {
        if (isStopped()) {
            return;
        }
        // One alone that fails again stays at the end, behind those that have not been tried alone.
        troublesome.removeAll(underWay);
        troublesome.addAll(underWay);
        underWay = List.of();
        String trouble = Storable.line(e.toString(), 300);
        condition = new Condition(condition.lastLook(), Optional.of(trouble));
        log.warn("{} cannot be read: {}", mailbox, trouble);
    }

    /** 1 s, 2 s, 4 s … up to five minutes. */
    static Duration pauseAfter(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause(Duration length) {
        try {
            stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop();
        }
    }
}
