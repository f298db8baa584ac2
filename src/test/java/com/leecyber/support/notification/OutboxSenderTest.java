package com.leecyber.support.notification;

import static com.leecyber.support.notification.Mailbag.aTicket;
import static com.leecyber.support.notification.Mailbag.reply;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.ContactChannel;
import com.leecyber.support.proof.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OutboxSlice
class OutboxSenderTest {

    @Autowired
    OutboxRows rows;

    @Autowired
    Journal journal;

    @Autowired
    Mailbag mailbag;

    @Autowired
    MovableClock clock;

    private final RecordingTransport transport = new RecordingTransport();
    private final String ticket = aTicket();
    private final Notification mail = reply(ticket, "1");
    private OutboxSender sender;

    @BeforeEach
    void aSenderAndNothingElse() {
        sender = new OutboxSender(rows, transport, clock);
        mailbag.empty();
    }

    @Test
    void aFailedMailIsTriedAgainAfterLongerAndLongerPauses() {
        transport.refuses = true;
        mailbag.put(mail);

        sender.sendDue();
        Instant first = clock.instant();
        assertThat(nextAttempt()).isEqualTo(first.plusSeconds(10));

        clock.advance(Duration.ofMillis(9_999));
        sender.sendDue();
        assertThat(mailbag.row(mail).attempts()).as("tried before its time").isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        sender.sendDue();
        assertThat(nextAttempt()).isEqualTo(first.plusSeconds(10 + 20));
        assertThat(mailbag.row(mail).error()).endsWith("450 come back later second line");
    }

    @Test
    void pausesDoubleUpToHalfAnHour() {
        assertThat(IntStream.of(1, 2, 3, 8, 9, 19).mapToObj(OutboxSender::delayAfter))
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(1280),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(30));
    }

    @Test
    void afterTwentyAttemptsAMailStaysVisibleAsFailed() {
        transport.refuses = true;
        mailbag.put(mail);
        for (int attempt = 1; attempt <= OutboxSender.ATTEMPTS; attempt++) {
            sender.sendDue();
            clock.advance(Duration.ofMinutes(30));
        }

        transport.refuses = false;
        sender.sendDue();

        assertThat(transport.sent).isEmpty();
        assertThat(mailbag.row(mail).attempts()).isEqualTo(20);
        assertThat(mailbag.row(mail).nextAttempt()).isNull();
        assertThat(mailbag.row(mail).sentAt()).isNull();
        assertThat(rows.figures().failed()).isEqualTo(1);
        JournalEntry told = journal.of(ticket).get(1);
        assertThat(told.kind()).isEqualTo("NOTIFICATION_GIVEN_UP");
        assertThat(told.actor()).isEqualTo("system:outbox");
        assertThat(told.details()).contains("\"attempts\":20").doesNotContain("@");
    }

    @Test
    void whatADeadNodeHadClaimedIsSentWhenItsLeaseEnds() {
        mailbag.put(mail);
        rows.claim(ContactChannel.EMAIL, clock.instant(), clock.instant().plus(OutboxSender.LEASE), OutboxSender.BATCH);

        clock.advance(Duration.ofSeconds(59));
        sender.sendDue();
        assertThat(transport.sent).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        sender.sendDue();
        assertThat(transport.sent).containsExactly(mail.key());
    }

    @Test
    void aFailureThatComesAfterTheLeaseDoesNotDisturbTheNodeThatTookOver() {
        mailbag.put(mail);
        OutboxMail late = claim();
        clock.advance(OutboxSender.LEASE);
        OutboxMail takenOver = claim();

        rows.failed(late, "too late", clock.instant());
        rows.release(late, clock.instant());
        sender.sendDue();

        assertThat(transport.sent).as("the other node is still at it").isEmpty();
        assertThat(mailbag.row(mail).attempts()).isEqualTo(takenOver.attempts());
    }

    @Test
    void aFailureThatComesAfterTheMailWasSentLeavesItSent() {
        mailbag.put(mail);
        OutboxMail claimed = claim();
        rows.sent(claimed, clock.instant());

        rows.failed(claimed, "too late", clock.instant());

        assertThat(mailbag.row(mail).nextAttempt()).isNull();
        assertThat(mailbag.row(mail).error()).isNull();
    }

    @Test
    void aSlowMailServerNeverMakesASenderOutliveItsLease() {
        for (int sequence = 1; sequence <= 5; sequence++) {
            mailbag.put(reply(ticket, "" + sequence));
        }
        Transport slow = new RecordingTransport() {
            @Override
            public void send(OutboxMail mail) {
                clock.advance(Duration.ofSeconds(20));
                super.send(mail);
                transport.sent.add(mail.key());
            }
        };

        new OutboxSender(rows, slow, clock).sendDue();
        assertThat(transport.sent).containsExactly(ticket + ":reply:1", ticket + ":reply:2");
        assertThat(mailbag.rows(ticket)).extracting(Mailbag.Row::attempts).containsExactly(1, 1, 0, 0, 0);

        sender.sendDue();
        assertThat(transport.sent).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void sendersInParallelSendEachMailOnce() throws Exception {
        int mails = 230;
        for (int sequence = 1; sequence <= mails; sequence++) {
            mailbag.put(reply(ticket, "" + sequence));
        }
        int nodes = 4;
        CyclicBarrier start = new CyclicBarrier(nodes);
        Callable<Void> node = () -> {
            start.await();
            new OutboxSender(rows, transport, clock).sendDue();
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<Void>> all = threads.invokeAll(
                    IntStream.range(0, nodes).mapToObj(index -> node).toList());
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        // A node passes over what another has locked; what it passed over last is for the next look.
        sender.sendDue();

        assertThat(transport.sent).hasSize(mails).doesNotHaveDuplicates();
        assertThat(rows.figures().queued()).isZero();
    }

    @Test
    void withoutAWayOutMailsStayQueuedAndUntried() {
        mailbag.put(mail);
        Transport none = new RecordingTransport() {
            @Override
            public boolean isReady() {
                return false;
            }
        };

        new OutboxSender(rows, none, clock).sendDue();

        assertThat(mailbag.row(mail).attempts()).isZero();
        assertThat(rows.figures().queued()).isEqualTo(1);
    }

    private OutboxMail claim() {
        return rows.claim(ContactChannel.EMAIL, clock.instant(), clock.instant().plus(OutboxSender.LEASE), 1)
                .get(0);
    }

    private Instant nextAttempt() {
        return mailbag.row(mail).nextAttempt().toInstant();
    }
}
