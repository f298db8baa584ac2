package com.leecyber.support.mailbox;

import static com.leecyber.support.mailbox.Inbox.CUSTOMER;
import static com.leecyber.support.mailbox.Inbox.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.StoredMessage;
import com.leecyber.support.DeskTest;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What is unread at a real mail server is kept, committed and only then marked (R3.1.1). */
@DeskTest
class MailboxReaderTest {

    /** Longer than any test waits: with it, only IDLE brings a mail. */
    private static final Duration NEVER = Duration.ofMinutes(10);

    @Autowired
    InboundMails mails;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource dataSource;

    private final String name = "m" + UUID.randomUUID().toString().substring(0, 8);
    private final MailServer server = new MailServer();
    private final List<MailboxReader> readers = new ArrayList<>();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger arrivals = new AtomicInteger();

    @BeforeEach
    void aMailServer() {
        server.start();
    }

    @AfterEach
    void stop() {
        readers.forEach(MailboxReader::stop);
        alarm.shutdownNow();
        server.close();
    }

    @Test
    void whatLiesThereIsKeptByteByByteAndStaysAtTheServer() throws Exception {
        List<byte[]> odd = OddMails.handMade().stream()
                .filter(raw -> raw.length < 60_000 && new String(raw, StandardCharsets.UTF_8).contains("From"))
                .toList();
        for (byte[] raw : odd) {
            server.deliver(raw, MailServer.DESK);
        }

        reads(mailbox(false), Duration.ofSeconds(1), mails);

        patiently().untilAsserted(() -> assertThat(unseen()).isEmpty());
        List<StoredMessage> there = server.inbox(MailServer.DESK);
        assertThat(there).hasSize(odd.size()).hasSizeGreaterThan(25);
        for (StoredMessage stored : there) {
            assertThat(raw(stored.getUid())).isEqualTo(MailServer.raw(stored));
        }
        assertThat(arrivals).hasPositiveValue();
    }

    @Test
    void aServerWithIdleTellsAtOnce() throws Exception {
        MailboxReader reader = reads(mailbox(true), NEVER, mails);
        patiently().until(() -> reader.condition().lastLook().isPresent());

        server.deliver(aMail(), MailServer.DESK);
        patiently().untilAsserted(() -> assertThat(unseen()).isEmpty());
        server.deliver(aMail(), MailServer.DESK);

        patiently().untilAsserted(() -> assertThat(stored()).isEqualTo(2));
        assertThat(reader.condition().trouble()).isEmpty();
    }

    /** Mails that arrive just as the reader turns from reading to waiting. */
    @Test
    void noMailSlipsBetweenReadingAndWaiting() throws Exception {
        MailboxReader reader = reads(mailbox(true), NEVER, mails);
        patiently().until(() -> reader.condition().lastLook().isPresent());

        for (int number = 1; number <= 60; number++) {
            int expected = number;
            server.deliver(aMail(), MailServer.DESK);
            patiently().pollInterval(Duration.ofMillis(2)).until(() -> stored() == expected);
        }

        assertThat(reader.condition().trouble()).isEmpty();
    }

    @Test
    void aServerWithoutIdleIsAskedAgainAndAgain() throws Exception {
        MailboxReader reader = reads(mailbox(false), Duration.ofSeconds(1), mails);
        patiently().until(() -> reader.condition().lastLook().isPresent());

        server.deliver(aMail(), MailServer.DESK);

        patiently().untilAsserted(() -> assertThat(stored()).isOne());
    }

    @Test
    void whatWasStoredBeforeACrashIsMarkedAndNotStoredAgain() throws Exception {
        server.deliver(aMail(), MailServer.DESK);
        StoredMessage there = server.inbox(MailServer.DESK).get(0);
        byte[] raw = MailServer.raw(there);
        mails.store(
                name,
                server.uidValidity(),
                List.of(new InboundMails.Fetched(there.getUid(), raw.length, raw, true)),
                Clock.systemUTC().instant());

        reads(mailbox(false), NEVER, mails);

        patiently().untilAsserted(() -> assertThat(unseen()).isEmpty());
        assertThat(stored()).isOne();
    }

    @Test
    void severalNodesMayReadTheSameMailbox() throws Exception {
        for (int number = 0; number < 120; number++) {
            server.deliver(aMail(), MailServer.DESK);
        }

        reads(mailbox(false), Duration.ofSeconds(1), mails);
        reads(mailbox(true), Duration.ofSeconds(1), mails);

        patiently().untilAsserted(() -> assertThat(unseen()).isEmpty());
        assertThat(stored()).isEqualTo(120);
    }

    @Test
    void ofWhatIsTooLargeOnlyTheHeadersCome() throws Exception {
        server.deliver(mail(CUSTOMER, "Video", "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8), MailServer.DESK);

        reads(mailbox(false), NEVER, mails);

        patiently().untilAsserted(() -> assertThat(unseen()).isEmpty());
        long uid = server.inbox(MailServer.DESK).get(0).getUid();
        assertThat(new String(raw(uid), StandardCharsets.UTF_8))
                .contains("Subject: Video")
                .doesNotContain("xxx");
        assertThat(database.sql("select complete from inbound_mail where mailbox = ?")
                        .param(name)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void aReaderOutlivesAMailServerThatIsDown() throws Exception {
        server.close();
        MailboxReader reader = reads(mailbox(true), NEVER, mails);
        patiently()
                .until(() -> reader.condition()
                        .trouble()
                        .filter(trouble -> trouble.contains("onnect"))
                        .isPresent());

        server.start();
        server.deliver(aMail(), MailServer.DESK);

        patiently().untilAsserted(() -> assertThat(stored()).isOne());
        patiently().until(() -> reader.condition().trouble().isEmpty());
    }

    @Test
    void aReaderOutlivesADatabaseThatIsDownAndMarksNothingMeanwhile() throws Exception {
        AtomicInteger refusals = new AtomicInteger(2);
        List<Integer> unreadMeanwhile = new CopyOnWriteArrayList<>();
        DataSource flaky = new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                if (refusals.getAndDecrement() > 0) {
                    unreadMeanwhile.add(unseen().size());
                    throw new SQLException("The database is down");
                }
                return super.getConnection();
            }
        };
        server.deliver(aMail(), MailServer.DESK);

        reads(mailbox(false), NEVER, new InboundMails(JdbcClient.create(flaky)));

        patiently().untilAsserted(() -> assertThat(unseen()).isEmpty());
        assertThat(unreadMeanwhile).containsExactly(1, 1);
        assertThat(stored()).isOne();
    }

    private MailboxReader reads(MailboxSettings.Mailbox mailbox, Duration poll, InboundMails into) {
        MailboxReader reader = new MailboxReader(
                mailbox, MailServer.settings(mailbox, poll), into, arrivals::incrementAndGet, alarm, Clock.systemUTC());
        readers.add(reader);
        MailWorkers.daemon("reader").newThread(reader).start();
        return reader;
    }

    private MailboxSettings.Mailbox mailbox(boolean idle) {
        return server.mailbox(name, idle);
    }

    private static byte[] aMail() {
        return mail(CUSTOMER, "x", "y").getBytes(StandardCharsets.UTF_8);
    }

    private List<StoredMessage> unseen() {
        return server.inbox(MailServer.DESK).stream()
                .filter(stored -> !stored.isSet(Flags.Flag.SEEN))
                .toList();
    }

    private long stored() {
        return database.sql("select count(*) from inbound_mail where mailbox = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private byte[] raw(long uid) {
        return database.sql("select raw from inbound_mail where mailbox = ? and uid = ?")
                .params(name, uid)
                .query(byte[].class)
                .single();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
