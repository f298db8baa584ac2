package com.leecyber.support.telegram;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.channel.Retrying;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.notification.ChatMessages;
import com.leecyber.support.telegram.Inbox.Waiting;
import com.leecyber.support.telegram.Reception.Press;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off what was stored: each update in one transaction with everything that it means, in order within a chat. One
 * that fails again and again is put aside, and its chat told so; no other chat waits for it.
 */
@BotComponent
class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final Inbox inbox;
    private final Reception reception;
    private final Retrying retrying;
    private final BotApi api;
    private final Customers customers;
    private final ChatMessages outbox;
    private final Words words;
    private final TelegramSettings settings;

    Worker(
            Inbox inbox,
            Reception reception,
            Retrying retrying,
            BotApi api,
            Customers customers,
            ChatMessages outbox,
            Words words,
            TelegramSettings settings) {
        this.inbox = inbox;
        this.reception = reception;
        this.retrying = retrying;
        this.api = api;
        this.customers = customers;
        this.outbox = outbox;
        this.words = words;
        this.settings = settings;
    }

    /** Works off everything that is due. */
    void workOff() {
        boolean more = true;
        while (more) {
            more = Actor.as("telegram", this::workOffOne);
        }
    }

    /** Returns whether there was one. */
    private boolean workOffOne() {
        AtomicReference<Waiting> tried = new AtomicReference<>();
        AtomicReference<Press> pressed = new AtomicReference<>();
        try {
            retrying.transaction(() -> {
                tried.set(null);
                pressed.set(null);
                inbox.next().ifPresent(update -> {
                    tried.set(update);
                    reception
                            .receive(update.updateId(), UpdateReader.read(update.raw()))
                            .ifPresent(pressed::set);
                    inbox.done(update);
                });
                return null;
            });
        } catch (RuntimeException e) {
            if (tried.get() == null) {
                throw e;
            }
            failed(tried.get(), e);
        }
        if (pressed.get() != null) {
            api.answerPress(pressed.get().callback(), pressed.get().word());
        }
        return tried.get() != null;
    }

    private void failed(Waiting update, RuntimeException cause) {
        int attempt = update.attempts() + 1;
        boolean last = attempt >= settings.attempts();
        if (last) {
            log.error("Telegram's update {} is put aside after {} attempts", update.updateId(), attempt, cause);
        } else {
            log.warn("Telegram's update {} failed, attempt {}: {}", update.updateId(), attempt, cause.toString());
        }
        retrying.transaction(() -> {
            inbox.failed(update, cause.toString(), last ? Optional.empty() : Optional.of(pauseAfter(attempt)));
            if (last) {
                apologise(update);
            }
            return null;
        });
    }

    /** Whoever wrote it should know that nobody will read it. */
    private void apologise(Waiting update) {
        try {
            if (UpdateReader.read(update.raw()) instanceof Update.Personal personal) {
                Talk talk = new Talk(
                        outbox,
                        words,
                        update.updateId(),
                        personal.chat(),
                        customers
                                .findByChatId(personal.chat())
                                .map(Customer::language)
                                .orElse(personal.language()));
                talk.sayOnce("failed:" + update.updateId(), "telegram.failed");
            }
        } catch (IllegalArgumentException unreadable) {
            // Nobody can be told who cannot be made out.
        }
    }

    /** 1 s, 5 s, 25 s … */
    static Duration pauseAfter(int attempts) {
        return Duration.ofSeconds((long) Math.pow(5, Math.min(attempts - 1, 5)));
    }
}
