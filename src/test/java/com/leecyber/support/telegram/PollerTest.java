package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.leecyber.support.MovableClock;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.telegram.FakeTelegram.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** News are stored before they are confirmed, by one node at a time. */
@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@ImportAutoConfiguration(MessageSourceAutoConfiguration.class)
@Import({Inbox.class, Words.class, MovableClock.Configuration.class})
@TestPropertySource(properties = "support.telegram.token=" + FakeTelegram.TOKEN)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class PollerTest {

    @Autowired
    Inbox inbox;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient database;

    @Autowired
    Words words;

    @Autowired
    MovableClock clock;

    @Value("${spring.datasource.url}")
    String url;

    private final FakeTelegram telegram = new FakeTelegram(0);
    private final BotApi api = new BotApi(TelegramBotTest.settings(telegram.url()), new ObjectMapper());
    private Turn turn;
    private Poller poller;

    @BeforeEach
    void aNode() {
        database.sql("delete from telegram_update").update();
        turn = new Turn(dataSource);
        poller = new Poller(api, inbox, turn, words, clock);
    }

    @AfterEach
    void close() {
        turn.give();
        api.destroy();
        telegram.close();
    }

    @Test
    void whatCameIsConfirmedOnlyOnceItIsStored() {
        telegram.say(7, "раз");
        telegram.say(7, "два");

        assertThat(poller.poll()).isZero();
        assertThat(stored()).hasSize(2);
        assertThat(telegram.hasUnconfirmedNews())
                .as("confirmed by the next question")
                .isTrue();

        poller.poll();
        assertThat(telegram.hasUnconfirmedNews()).isFalse();
        assertThat(stored()).hasSize(2);
    }

    @Test
    void whileTheDatabaseTakesNothingNothingIsConfirmed() throws SQLException {
        long before = telegram.say(7, "до");
        poller.poll();
        asOwner("revoke insert on telegram_update from support_app");
        try {
            long during = telegram.say(7, "во время");
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(poller.poll()).isPositive();
            }
            assertThat(stored()).containsExactly(before);
            assertThat(telegram.news(during)).as("still with Telegram").isNotNull();
            assertThat(poller.standing().lastError()).isPresent();
        } finally {
            asOwner("grant insert on telegram_update to support_app");
        }

        long after = telegram.say(7, "после");
        poller.poll();

        assertThat(stored()).containsExactly(before, before + 1, after);
        assertThat(poller.standing().lastError()).isEmpty();
    }

    @Test
    void whenTelegramCountsAnewNothingIsLost() throws Exception {
        ObjectMapper json = new ObjectMapper();
        telegram.push((ObjectNode)
                json.readTree("{\"update_id\":900000,\"message\":{\"chat\":{\"id\":7,\"type\":\"private\"}}}"));
        poller.poll();
        poller.poll();
        telegram.push((ObjectNode)
                json.readTree("{\"update_id\":50,\"message\":{\"chat\":{\"id\":7,\"type\":\"private\"}}}"));

        poller.poll();

        assertThat(stored()).containsExactly(50L, 900_000L);
    }

    @Test
    void onlyOneNodeAsksAndAnotherTakesOver() {
        Turn otherTurn = new Turn(dataSource);
        Poller other = new Poller(api, inbox, otherTurn, words, clock);

        poller.poll();
        int polls = telegram.polls();
        assertThat(other.poll()).isPositive();
        assertThat(telegram.polls()).isEqualTo(polls);
        assertThat(other.standing().ours()).isFalse();

        turn.give();
        other.poll();
        assertThat(other.standing().ours()).isTrue();
        assertThat(telegram.polls()).isEqualTo(polls + 1);
        otherTurn.give();
    }

    @Test
    void failuresAreFollowedByLongerAndLongerPausesOrTheOneAskedFor() {
        telegram.failNext(
                "getUpdates",
                Failure.of(500, "Internal Server Error"),
                Failure.of(409, "Conflict: terminated by other getUpdates request"),
                // The first on a connection that was in use before is tried again at once, unnoticed.
                Failure.dropped(false),
                Failure.dropped(false),
                Failure.tooMany(33));

        assertThat(List.of(poller.poll(), poller.poll(), poller.poll(), poller.poll()))
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(33));
        assertThat(poller.poll()).isZero();
        assertThat(Poller.pauseAfter(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Poller.pauseAfter(1000)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aBotWithoutAMenuHearsAsWell() {
        telegram.failNext("setMyCommands", Failure.of(404, "Not Found"));
        long update = telegram.say(7, "раз");

        assertThat(poller.poll()).isZero();

        assertThat(stored()).containsExactly(update);
        assertThat(poller.standing().lastError()).isEmpty();
    }

    private List<Long> stored() {
        return database.sql("select update_id from telegram_update order by update_id")
                .query(Long.class)
                .list();
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection owner = TestDatabase.owner(url);
                Statement change = owner.createStatement()) {
            change.execute(statement);
        }
    }
}
