package com.leecyber.support.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** The bot at work: one thread asks for news, another works them off, unless {@code support.telegram.read} is false. */
@BotComponent
class ReadingBot implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadingBot.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final Poller poller;
    private final Worker worker;
    private final FileFetching fetching;
    private final Inbox inbox;
    private final Turn turn;
    private final BotApi api;
    private final TelegramSettings settings;
    private final Clock clock;

    private Loop polling;
    private Loop working;
    private Loop files;
    private Instant nextCleaning = Instant.MIN;

    ReadingBot(
            Poller poller,
            Worker worker,
            FileFetching fetching,
            Inbox inbox,
            Turn turn,
            BotApi api,
            TelegramSettings settings,
            Clock clock) {
        this.poller = poller;
        this.worker = worker;
        this.fetching = fetching;
        this.inbox = inbox;
        this.turn = turn;
        this.api = api;
        this.settings = settings;
        this.clock = clock;
    }

    /** Not before rules, staff and whatever else a start brings are there: what customers said may wait already. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.read()) {
            start();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public synchronized void start() {
        working = new Loop(
                "telegram-work",
                () -> calmly(() -> {
                    worker.workOff();
                    files.wake();
                    clean();
                }));
        files = new Loop("telegram-files", () -> calmly(fetching::fetchDue));
        polling = new Loop("telegram-poll", () -> {
            Duration pause = poller.poll();
            working.wake();
            return pause;
        });
        files.start();
        working.start();
        polling.start();
    }

    @Override
    public synchronized void stop() {
        polling.stopSoon();
        api.hangUp();
        polling.stop();
        turn.give();
        working.stop();
        files.stop();
        polling = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return polling != null;
    }

    private void clean() {
        if (clock.instant().isAfter(nextCleaning)) {
            inbox.forgetBefore(clock.instant().minus(settings.keep()));
            nextCleaning = clock.instant().plus(BETWEEN_CLEANINGS);
        }
    }

    /** A database that is away for a while must end no thread. */
    private static Duration calmly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.warn("The bot could not go on: {}", e.toString());
        }
        return BETWEEN_LOOKS;
    }
}
