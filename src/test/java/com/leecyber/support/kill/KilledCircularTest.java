package com.leecyber.support.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.leecyber.support.database.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** R6.1: nodes are killed while they tell every customer of works; whoever takes over tells the rest, and nobody twice. */
class KilledCircularTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int CUSTOMERS = 700;

    private static final List<String> CUTS =
            List.of("BEFORE_COMMIT insert into outbox .circular", "AFTER_COMMIT insert into outbox .circular");

    private final String name = TestDatabase.create();
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(TestDatabase.url(name), "support_app", ""));

    @Test
    void everyCustomerIsToldOnceWhereverTheDeskDies() throws Exception {
        try (Node node = Node.started("circular-begins", DoomedDesk.NEVER, Node.settings(name))
                .ready()) {
            licenseCustomers();
            beginCircular();
        }
        for (String cut : CUTS) {
            String file = "circular-" + cut.replaceAll("[ .]+", "-");
            try (Node node =
                    Node.started(file, cut, Node.settings(name, "--support.notifications.sender.enabled=true"))) {
                node.assertKilled();
            }
        }
        assertThat(queued())
                .as(
                        "one batch of 200 was committed and no more; the demo's three customers are in it, without a licence")
                .isEqualTo(197);

        assertThat(mailsAfterASurvivorTookOver())
                .hasSize(CUSTOMERS)
                .doesNotHaveDuplicates()
                .allMatch(recipient -> recipient.startsWith("many-"));
        assertThat(count("journal where ticket = 'PW-2026-000042' and kind = 'CIRCULAR_QUEUED'"))
                .isOne();
    }

    private List<String> mailsAfterASurvivorTookOver() throws Exception {
        GreenMail mails = new GreenMail(new ServerSetup(Node.freePort(), LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        mails.start();
        String[] sending = {
            "--spring.mail.host=" + LOOPBACK,
            "--spring.mail.port=" + mails.getSmtp().getPort(),
            "--support.notifications.sender.enabled=true"
        };
        try (Node survivor = Node.started("circular-survivor", DoomedDesk.NEVER, Node.settings(name, sending))) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> count("circular where finished_at is not null") == 1
                            && count("outbox where sent_at is null") == 0);
            return Arrays.stream(mails.getReceivedMessages())
                    .map(KilledCircularTest::recipient)
                    .toList();
        } finally {
            mails.stop();
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The demo's own customers are no part of this. */
    private void licenseCustomers() {
        database.sql("update licence set valid_until = now() - interval '1 day'")
                .update();
        database.sql("insert into customer (name, email, language, created_at) select 'Customer ' || number, 'many-' ||"
                        + " number || '@customers.example', 'en', now() from generate_series(1, ?) number")
                .param(CUSTOMERS)
                .update();
        database.sql("insert into licence (customer_id, valid_from, valid_until) select id, now() - interval '1 day',"
                        + " now() + interval '1 day' from customer where email like 'many-%'")
                .update();
    }

    private void beginCircular() {
        database.sql(
                        "insert into circular (key, about, kind, audience, texts, created_at) values"
                                + " ('PW-2026-000042:works-reminder:1', 'PW-2026-000042', 'works-reminder', 'licensed', ?, now())")
                .param("{\"en\": {\"number\": \"PW-2026-000042\", \"services\": \"docs\", \"from\": \"now\", \"to\":"
                        + " \"then\", \"text\": \"Works\", \"panel\": \"here\", \"clause\": \"6.1\"}}")
                .update();
    }

    private long queued() {
        return count("outbox where circular = 'PW-2026-000042:works-reminder:1'");
    }

    private long count(String what) {
        return database.sql("select count(*) from " + what).query(Long.class).single();
    }
}
