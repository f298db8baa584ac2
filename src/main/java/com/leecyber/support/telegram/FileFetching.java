package com.leecyber.support.telegram;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.channel.Retrying;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.notification.ChatMessages;
import com.leecyber.support.telegram.SentFiles.Claimed;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Tickets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the files of tickets from Telegram, outside any transaction, and stores each once. The ticket does not wait: who
 * reads it finds a note while a file is still missing.
 */
@BotComponent
class FileFetching {

    private static final Logger log = LoggerFactory.getLogger(FileFetching.class);

    static final int ATTEMPTS = 10;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int SHOWN_NAME = 80;
    private static final Locale DESK = Locale.forLanguageTag("ru");

    private final SentFiles files;
    private final BotApi api;
    private final Attachments attachments;
    private final Conversation conversation;
    private final Tickets tickets;
    private final Customers customers;
    private final ChatMessages outbox;
    private final Words words;
    private final Retrying retrying;

    FileFetching(
            SentFiles files,
            BotApi api,
            Attachments attachments,
            Conversation conversation,
            Tickets tickets,
            Customers customers,
            ChatMessages outbox,
            Words words,
            Retrying retrying) {
        this.files = files;
        this.api = api;
        this.attachments = attachments;
        this.conversation = conversation;
        this.tickets = tickets;
        this.customers = customers;
        this.outbox = outbox;
        this.words = words;
        this.retrying = retrying;
    }

    /** Fetches every file that is due. */
    void fetchDue() {
        Optional<Claimed> file = files.claim(LEASE);
        while (file.isPresent()) {
            Claimed claimed = file.get();
            Actor.as("telegram", () -> fetch(claimed));
            file = files.claim(LEASE);
        }
    }

    private void fetch(Claimed file) {
        try {
            byte[] content = api.download(file.fileId(), Attachments.MAXIMUM_SIZE);
            retrying.transaction(
                    () -> files.stored(file) ? attachments.add(file.ticket(), file.name(), content) : null);
        } catch (InvalidInput refused) {
            giveUp(file, words.complaint(language(file), refused), refused);
        } catch (BotFailure failure) {
            if (failure.code() == 400 || file.attempts() >= ATTEMPTS) {
                giveUp(file, words.of(language(file), "telegram.file-not-had"), failure);
            } else {
                tryLater(file, failure);
            }
        } catch (RuntimeException failure) {
            tryLater(file, failure);
        }
    }

    private void tryLater(Claimed file, RuntimeException cause) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(file.attempts() - 1, 9));
        log.warn("{} of {} was not fetched, next in {}: {}", file.updateId(), file.ticket(), pause, cause.toString());
        retrying.transaction(() -> {
            files.failed(file, cause.toString(), Optional.of(pause));
            if (file.attempts() == 1) {
                note(file, "telegram.note.file-is-missing");
            }
            return null;
        });
    }

    private void giveUp(Claimed file, String reason, RuntimeException cause) {
        log.error("{} of {} is given up: {}", file.updateId(), file.ticket(), cause.toString());
        String text = words.of(
                language(file), "telegram.file-refused", Line.of(file.name(), SHOWN_NAME), file.ticket(), reason);
        retrying.transaction(() -> {
            files.failed(file, cause.toString(), Optional.empty());
            note(file, "telegram.note.file-is-lost");
            outbox.put("telegram:" + file.updateId() + ":file", file.chatId(), text, null);
            return null;
        });
    }

    /** For colleagues, so in the desk's language. */
    private void note(Claimed file, String key) {
        conversation.note(file.ticket(), words.of(DESK, key, Line.of(file.name(), SHOWN_NAME)));
    }

    private Locale language(Claimed file) {
        return customers
                .findById(tickets.get(file.ticket()).customerId())
                .map(Customer::language)
                .orElse(DESK);
    }
}
