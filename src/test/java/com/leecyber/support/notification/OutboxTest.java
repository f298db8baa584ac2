package com.leecyber.support.notification;

import static com.leecyber.support.notification.Mailbag.aTicket;
import static com.leecyber.support.notification.Mailbag.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.proof.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OutboxSlice
class OutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows rows;

    @Autowired
    Mailbag mailbag;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    private final String ticket = aTicket();

    @BeforeEach
    void nothingWaits() {
        mailbag.empty();
    }

    @Test
    void whatIsSaidTwiceIsQueuedAndJournalledOnce() {
        assertThat(mailbag.put(reply(ticket, "7"))).isTrue();
        assertThat(mailbag.put(reply(ticket, "7"))).isFalse();

        assertThat(mailbag.rows(ticket)).singleElement().satisfies(row -> {
            assertThat(row.key()).isEqualTo(ticket + ":reply:7");
            assertThat(row.messageId()).matches("<" + ticket + "\\.reply\\.7\\.[0-9a-f]{20}@support-desk>");
        });
        assertThat(journal.of(ticket)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("NOTIFICATION_QUEUED");
            assertThat(entry.clause()).isEqualTo("R3.2");
            assertThat(entry.details()).contains("\"reply\"").doesNotContain("значение text");
        });
    }

    @Test
    void ofManyWhoSayTheSameAtOnceOneQueuesIt() throws Exception {
        Callable<Boolean> put = () -> mailbag.put(reply(ticket, "1"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> all = threads.invokeAll(
                    IntStream.range(0, 24).mapToObj(index -> put).toList());
            int queued = 0;
            for (Future<Boolean> one : all) {
                queued += one.get() ? 1 : 0;
            }
            assertThat(queued).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(mailbag.rows(ticket)).hasSize(1);
        assertThat(journal.of(ticket)).hasSize(1);
    }

    @Test
    void whatIsRolledBackWasNeverSaid() {
        transaction.executeWithoutResult(status -> {
            outbox.put(reply(ticket, "1"));
            status.setRollbackOnly();
        });

        assertThat(mailbag.rows(ticket)).isEmpty();
        assertThat(journal.of(ticket)).extracting(JournalEntry::kind).isEmpty();
    }

    @Test
    void nothingIsSaidOutsideItsCausesTransaction() {
        assertThatThrownBy(() -> outbox.put(reply(ticket, "1"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one@customers.example\r\nBcc: two@customers.example",
                "one@customers.example,two@customers.example",
                "one@customers.example two@customers.example",
                "One <one@customers.example>",
                "one",
                ""
            })
    void whatIsNoSingleAddressIsKeptAsFailedAndSeen(String recipient) {
        assertThat(mailbag.put(reply(ticket, "1", recipient, Map.of()))).isTrue();

        assertThat(mailbag.rows(ticket)).singleElement().satisfies(row -> {
            assertThat(row.nextAttempt()).isNull();
            assertThat(row.error()).contains("address");
        });
        Health health = new OutboxHealthIndicator(rows, new RecordingTransport()).health();
        assertThat(health.getStatus()).isEqualTo(OutboxHealthIndicator.WARNING);
        assertThat(health.getDetails()).containsEntry("failed", 1L).containsEntry("queued", 0L);
    }

    @Test
    void healthShowsWhatWaitsAndSinceWhen() {
        mailbag.put(reply(ticket, "1"));

        Health health = new OutboxHealthIndicator(rows, new RecordingTransport()).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("queued", 1L).containsEntry("failed", 0L);
        assertThat(health.getDetails().get("oldest")).isNotEqualTo("none");
    }
}
