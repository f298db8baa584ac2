package com.leecyber.support.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.leecyber.support.database.TestDatabase;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Case 15: nodes are killed, each at another point of a request's way, one after the other over the same database; then one
 * that lives takes over. Whatever was registered is there once, and nobody waits for a mail in vain.
 */
class KilledDeskTest {

    private static final String TOKEN = "sd_" + "k".repeat(43);
    private static final String LOOPBACK = "127.0.0.1";

    /** On the way of a registration, in its order. */
    private static final List<String> REGISTRATION = List.of(
            "BEFORE insert into ticket ",
            "AFTER insert into ticket ",
            "AFTER insert into clock_fact",
            "AFTER insert into journal",
            "AFTER insert into ACT_RU_EXECUTION",
            "BEFORE_COMMIT insert into ticket ",
            "AFTER_COMMIT insert into ticket ");

    /** On the way of the acknowledgement into the outbox. */
    private static final List<String> ACKNOWLEDGEMENT =
            List.of("BEFORE_COMMIT insert into outbox", "AFTER_COMMIT insert into outbox");

    /** On the way of a mail, from the mail server's door to its ticket. */
    private static final List<String> INTAKE = List.of(
            "BEFORE insert into inbound_mail",
            "BEFORE_COMMIT insert into inbound_mail",
            "AFTER_COMMIT insert into inbound_mail",
            "AFTER update inbound_mail mail set attempts",
            "AFTER insert into ticket ",
            "BEFORE_COMMIT insert into ticket ",
            "AFTER_COMMIT insert into ticket ");

    private final String name = TestDatabase.create();
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(TestDatabase.url(name), "support_app", ""));

    @Test
    void nothingIsLostWhereverTheDeskDies() throws Exception {
        GreenMail mails = new GreenMail(new ServerSetup(Node.freePort(), LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try {
            killWhileRegistering();
            killWhileAcknowledging();
            killBeforeAndAfterTheMailIsAccepted(mails);
            try (Node survivor = Node.started(
                            "survivor",
                            DoomedDesk.NEVER,
                            settings(
                                    "--spring.mail.host=" + LOOPBACK,
                                    "--spring.mail.port=" + mails.getSmtp().getPort(),
                                    "--camunda.bpm.job-execution.enabled=true",
                                    "--support.notifications.sender.enabled=true"))
                    .ready()) {
                REGISTRATION.forEach(cut -> assertThat(survivor.register(TOKEN, cut, request(cut)))
                        .as("said again after %s", cut)
                        .isPresent());
                aMinutePasses();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> mails.getReceivedMessages().length >= REGISTRATION.size()
                                && count("outbox where sent_at is null") == 0);
            }
            assertEachIsThereOnce();
            assertNoMailIsMissing(mails);
        } finally {
            mails.stop();
        }
    }

    @Test
    void noMailIsLostWhereverTheDeskDies() throws Exception {
        GreenMail mails = new GreenMail(new ServerSetup[] {
            new ServerSetup(Node.freePort(), LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(Node.freePort(), LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        mails.start();
        mails.setUser("info@leecyber.com", "desk", "secret");
        List<String> reading = List.of(
                "--support.mailbox.mailboxes[0].name=info",
                "--support.mailbox.mailboxes[0].host=" + LOOPBACK,
                "--support.mailbox.mailboxes[0].port=" + mails.getImap().getPort(),
                "--support.mailbox.mailboxes[0].protocol=imap",
                "--support.mailbox.mailboxes[0].user=desk",
                "--support.mailbox.mailboxes[0].password=secret",
                "--support.mailbox.lease=PT10S");
        try {
            for (String cut : INTAKE) {
                GreenMailUtil.sendTextEmail(
                        "info@leecyber.com",
                        "romashka@customers.example",
                        cut.strip(),
                        "Не работает.",
                        mails.getSmtp().getServerSetup());
                try (Node node = Node.started("mail-" + file(cut), cut, settings(reading.toArray(String[]::new)))) {
                    node.assertKilled();
                }
            }
            try (Node survivor = Node.started(
                            "mail-survivor", DoomedDesk.NEVER, settings(reading.toArray(String[]::new)))
                    .ready()) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> count("inbound_mail where state = 'TICKET'") == INTAKE.size());
            }
            assertThat(count("inbound_mail")).as("in = out").isEqualTo(INTAKE.size());
            assertThat(count("ticket")).isEqualTo(INTAKE.size());
            INTAKE.forEach(this::assertOneTicketWithOneProcess);
        } finally {
            mails.stop();
        }
    }

    private long count(String what) {
        return database.sql("select count(*) from " + what).query(Long.class).single();
    }

    private void killWhileRegistering() throws Exception {
        for (String cut : REGISTRATION) {
            try (Node node = Node.started(file(cut), cut, settings()).ready()) {
                createToken();
                assertThat(node.register(TOKEN, cut, request(cut))).isEmpty();
                node.assertKilled();
            }
        }
        assertThat(database.sql("select count(*) from ticket")
                        .query(Integer.class)
                        .single())
                .as("only what was committed counts")
                .isOne();
    }

    private void killWhileAcknowledging() throws Exception {
        for (String cut : ACKNOWLEDGEMENT) {
            try (Node node = Node.started(
                    file(cut),
                    cut,
                    settings(
                            "--camunda.bpm.job-execution.enabled=true",
                            "--camunda.bpm.job-execution.lock-time-in-millis=2000"))) {
                node.assertKilled();
            }
        }
        assertThat(database.sql("select count(*) from outbox")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private void killBeforeAndAfterTheMailIsAccepted(GreenMail mails) throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        killOver(mails, "smtp-before-data", "DATA"::equals, line -> false);
        assertThat(mails.getReceivedMessages()).isEmpty();
        killOver(
                mails,
                "smtp-after-data",
                line -> {
                    ended.compareAndSet(false, line.equals("."));
                    return false;
                },
                line -> ended.get() && line.startsWith("250"));
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    private void killOver(GreenMail mails, String file, Predicate<String> fromNode, Predicate<String> fromServer)
            throws Exception {
        aMinutePasses();
        Node[] node = new Node[1];
        try (CuttingWire wire =
                new CuttingWire(mails.getSmtp().getPort(), fromNode, fromServer, () -> node[0].kill())) {
            node[0] = Node.started(
                    file,
                    DoomedDesk.NEVER,
                    settings(
                            "--spring.mail.host=" + LOOPBACK,
                            "--spring.mail.port=" + wire.port(),
                            "--support.notifications.sender.enabled=true"));
            node[0].assertKilled();
        }
    }

    private void assertEachIsThereOnce() {
        for (String cut : REGISTRATION) {
            String number = assertOneTicketWithOneProcess(cut);
            assertThat(count("outbox where kind = 'ticket-acknowledged' and ticket = '" + number + "'"))
                    .as("acknowledgements after %s", cut)
                    .isOne();
        }
        assertThat(count("ticket")).isEqualTo(REGISTRATION.size());
    }

    private String assertOneTicketWithOneProcess(String cut) {
        List<String> numbers = database.sql("select number from ticket where subject = ?")
                .param(cut.strip())
                .query(String.class)
                .list();
        assertThat(numbers).as("tickets after %s", cut).hasSize(1);
        assertThat(count("act_hi_procinst where business_key_ = '" + numbers.get(0) + "'"))
                .as("processes after %s", cut)
                .isOne();
        return numbers.get(0);
    }

    /** At least once, and what comes twice is known to be one. */
    private static void assertNoMailIsMissing(GreenMail mails) {
        Map<String, Long> copies = Arrays.stream(mails.getReceivedMessages())
                .filter(KilledDeskTest::isToTheCustomer)
                .collect(Collectors.groupingBy(KilledDeskTest::messageId, Collectors.counting()));

        assertThat(copies).hasSize(REGISTRATION.size());
        assertThat(copies.values().stream().filter(count -> count == 2)).hasSize(1);
        assertThat(copies.values()).allMatch(count -> count <= 2);
    }

    private static boolean isToTheCustomer(MimeMessage mail) {
        try {
            return Stream.of(mail.getAllRecipients())
                    .map(Address::toString)
                    .allMatch("romashka@customers.example"::equals);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** A dead node's claims are nobody's then. */
    private void aMinutePasses() {
        database.sql("update outbox set next_attempt_at = next_attempt_at - interval '1 minute' where sent_at is null")
                .update();
    }

    private void createToken() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
        database.sql("insert into api_client (name, role, customer_id, channel, token_hash, created_at)"
                        + " select 'killed', 'CUSTOMER', id, 'PANEL', ?, now() from customer"
                        + " where email = 'romashka@customers.example' on conflict do nothing")
                .param(HexFormat.of().formatHex(hash))
                .update();
    }

    private List<String> settings(String... more) {
        return Node.settings(name, more);
    }

    private static String request(String subject) {
        return "{\"type\": \"QUESTION\", \"service\": \"docs\", \"subject\": \"" + subject.strip()
                + "\", \"description\": \"d\"}";
    }

    private static String file(String cut) {
        return cut.strip().replace(' ', '-');
    }
}
