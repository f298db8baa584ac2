package com.leecyber.support.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever the desk does not know gets one polite answer, and no flood of forged senders makes it write to many. */
@OutboxSlice
@Import({StrangerMail.class, AnswerBudget.class})
class StrangerMailTest {

    private static final String STRANGER = "stranger@elsewhere.example";

    @Autowired
    StrangerMail strangers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void nobodyWasAnswered() {
        database.sql("delete from outbox").update();
    }

    @Test
    void theAnswerSpeaksBothLanguagesAndJoinsTheThread() {
        assertThat(answer(STRANGER)).isTrue();

        Map<String, Object> mail = database.sql("select * from outbox").query().singleRow();
        assertThat(mail.get("recipient")).isEqualTo(STRANGER);
        assertThat(mail.get("in_reply_to")).isEqualTo("<question@elsewhere.example>");
        assertThat((String) mail.get("body"))
                .contains("Здравствуйте", "Hello", "dash.leecyber.com")
                .doesNotContain("SD-");
    }

    @Test
    void thereIsNoSecondOneWithinThirtyDays() {
        answer(STRANGER);
        clock.advance(Duration.ofDays(29));
        assertThat(answer(STRANGER)).isFalse();

        clock.advance(Duration.ofDays(1));
        assertThat(answer(STRANGER)).isTrue();
    }

    @Test
    void noMoreThanSixtyGoOutInAnHour() {
        for (int sender = 0; sender < StrangerMail.AN_HOUR; sender++) {
            assertThat(answer("forged" + sender + "@elsewhere.example")).isTrue();
        }
        assertThat(answer(STRANGER)).isFalse();

        clock.advance(Duration.ofHours(1));
        assertThat(answer(STRANGER)).isTrue();
    }

    @Test
    void whatIsNoAddressIsNotAnswered() {
        assertThat(answer("a@b.example\r\nBcc: c@d.example")).isFalse();
        assertThat(answer("")).isFalse();
    }

    private boolean answer(String address) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> strangers.answer(address, "<question@elsewhere.example>")));
    }
}
