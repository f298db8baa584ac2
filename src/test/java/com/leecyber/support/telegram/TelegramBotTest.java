package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.notification.ChatBot.ChatBusy;
import com.leecyber.support.notification.ChatBot.ChatGone;
import com.leecyber.support.telegram.Buttons.Button;
import com.leecyber.support.telegram.FakeTelegram.Failure;
import com.leecyber.support.telegram.FakeTelegram.Sent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Bot API is told, and what becomes of its refusals (case 16). */
class TelegramBotTest {

    private static final long CHAT = 7;

    private final FakeTelegram telegram = new FakeTelegram(0);
    private final BotApi api = new BotApi(settings(telegram.url()), new ObjectMapper());
    private final TelegramBot bot = new TelegramBot(api);

    @AfterEach
    void close() {
        api.destroy();
        telegram.close();
    }

    @Test
    void textsArePlainAndNoLinkIsOpened() {
        bot.say(CHAT, "<b>{{7*7}}</b> *_[x](https://a.example)", null);

        assertThat(telegram.transcript(CHAT))
                .extracting(Sent::text)
                .containsExactly("<b>{{7*7}}</b> *_[x](https://a.example)");
        assertThat(telegram.bodies()).singleElement().satisfies(body -> {
            assertThat(body.has("parse_mode")).isFalse();
            assertThat(body.at("/link_preview_options/is_disabled").asBoolean()).isTrue();
            assertThat(body.has("reply_markup")).isFalse();
        });
    }

    @Test
    void buttonsStandBelowTheLastPartOfALongText() {
        bot.say(
                CHAT,
                "строка\n".repeat(1000),
                Buttons.below(new Button("Да", "yes"), new Button("Нет", "no")).json());

        List<Sent> said = telegram.transcript(CHAT);
        assertThat(said).hasSize(2);
        assertThat(said.get(0).buttons()).isEmpty();
        assertThat(said.get(1).buttons()).containsExactly("Да", "Нет");
        assertThat(said.get(1).presses()).containsExactly("yes", "no");
    }

    @Test
    void aPauseThatIsAskedForIsPassedOn() {
        telegram.failNext("sendMessage", Failure.tooMany(17));

        assertThatThrownBy(() -> bot.say(CHAT, "раз", null))
                .isInstanceOfSatisfying(
                        ChatBusy.class, busy -> assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(17)));
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden: bot was blocked by the user",
        "403, Forbidden: user is deactivated",
        "400, Bad Request: chat not found",
        "400, Bad Request: PEER_ID_INVALID"
    })
    void whoCannotBeReachedIsGone(int code, String description) {
        telegram.failNext("sendMessage", Failure.of(code, description));

        assertThatThrownBy(() -> bot.say(CHAT, "раз", null)).isInstanceOf(ChatGone.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500, 502})
    void anyOtherRefusalIsTriedAgain(int code) {
        telegram.failNext("sendMessage", Failure.of(code, "Something else"));

        assertThat(catchThrowable(() -> bot.say(CHAT, "раз", null)))
                .isInstanceOf(BotFailure.class)
                .hasMessageContaining("Something else");
    }

    @Test
    void aDroppedConnectionAndAPageInsteadOfAnAnswerAreTriedAgain() {
        telegram.failNext(
                "sendMessage",
                Failure.dropped(false),
                Failure.dropped(false),
                new Failure(502, "<html>Bad Gateway</html>", false));

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThatThrownBy(() -> bot.say(CHAT, "раз", null)).isInstanceOf(BotFailure.class);
        }
        assertThatCode(() -> bot.say(CHAT, "раз", null)).doesNotThrowAnyException();
    }

    @Test
    void noFailureShowsTheToken() {
        telegram.failNext("sendMessage", Failure.of(500, "No bot " + FakeTelegram.TOKEN));
        telegram.failNext("getUpdates", Failure.of(401, "bot" + FakeTelegram.TOKEN));
        telegram.failNext("getFile", Failure.dropped(false), Failure.dropped(false));
        BotApi nobody = new BotApi(settings("http://localhost:1"), new ObjectMapper());

        assertThat(List.of(
                        catchThrowable(() -> bot.say(CHAT, "раз", null)),
                        catchThrowable(() -> api.updates(null)),
                        catchThrowable(() -> api.download("id", 1)),
                        catchThrowable(() -> nobody.updates(null)),
                        catchThrowable(() -> nobody.download("id", 1)),
                        catchThrowable(() -> new TelegramBot(nobody).say(CHAT, "раз", null)),
                        catchThrowable(() -> settings("https://api.telegram.org/" + FakeTelegram.TOKEN))))
                .allSatisfy(failure -> assertThat(everythingOf(failure)).doesNotContain(FakeTelegram.TOKEN));
        assertThat(settings(telegram.url()).toString()).doesNotContain(FakeTelegram.TOKEN);
        nobody.destroy();
    }

    private static String everythingOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    static TelegramSettings settings(String api) {
        return new TelegramSettings(
                FakeTelegram.TOKEN, "leecyberbot", URI.create(api), true, Duration.ZERO, 5, 5, Duration.ofDays(30));
    }
}
