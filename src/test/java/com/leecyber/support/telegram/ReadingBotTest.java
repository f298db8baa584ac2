package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.leecyber.support.MovableClock;
import com.leecyber.support.customer.ContactChannel;
import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.telegram.FakeTelegram.Failure;
import com.leecyber.support.telegram.FakeTelegram.Sent;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The bot at work, by itself: it asks, works off and says through the outbox's own sender. */
@BotTest
@TestPropertySource(
        properties = {"support.notifications.sender.enabled=true", "support.notifications.sender.interval=PT0.2S"})
class ReadingBotTest {

    private static final String ROMASHKA = "romashka@customers.example";

    @Autowired
    ReadingBot reading;

    @Autowired
    Chats chats;

    @Autowired
    FakeTelegram telegram;

    @Autowired
    ContactDetails contacts;

    @Autowired
    Conversation conversation;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void start() {
        reading.start();
    }

    @AfterEach
    void stop() {
        if (reading.isRunning()) {
            reading.stop();
        }
    }

    @Test
    void aDialogueGoesOnAfterARestartInTheMiddleOfIt() {
        long chat = linked();
        says(chat, "/new", "Что у вас случилось?");
        presses(chat, "Проблема", "О каком сервисе");
        presses(chat, "Docs", "Тема:");

        reading.stop();
        telegram.say(chat, "Сказано, пока бот не работал");
        reading.start();
        hears(chat, "Теперь расскажите");
        says(chat, "Описание", "Файлов: 0");
        presses(chat, "Готово", "Тема: Сказано, пока бот не работал");
        presses(chat, "Отправить", "зарегистрировано. Ответим не позднее");

        String number = lastTicket();
        assertThat(tickets.get(number).subject()).isEqualTo("Сказано, пока бот не работал");
        conversation.agentWrites(number, "Уже смотрим.");
        hears(chat, "Уже смотрим.");
    }

    @Test
    void aReplyToATicketInThePanelIsKeptAndAnsweredWithTheWayThere() {
        long chat = linked();
        String number = registered(chat, "Сложная проблема");
        lifecycle.escalate(number, "Передали в L2.", "Сложно");
        lifecycle.moveToPanel(number);
        hears(chat, "Передали в L2.");

        for (String reply : List.of("Вот ещё подробности", "И вот ещё")) {
            int before = telegram.transcript(chat).size();
            telegram.answer(chat, messageAbout(chat, number), reply);
            await().untilAsserted(() -> assertThat(telegram.transcript(chat)).hasSizeGreaterThan(before));
            assertThat(telegram.last(chat).text())
                    .startsWith("[" + number + "]")
                    .contains("/panel/tickets/" + number);
            assertThat(telegram.transcript(chat)).as("one answer each").hasSize(before + 1);
        }

        assertThat(conversation.of(tickets.get(number)))
                .filteredOn(Message::isOutsidePanel)
                .extracting(Message::text)
                .containsExactly("Вот ещё подробности", "И вот ещё");
    }

    @Test
    void whoeverPrefersMailIsStillAnsweredInTheChatInWhichTheyWrote() {
        long chat = linked();
        String number = registered(chat, "Почта милее");
        contacts.prefer(chats.customer(ROMASHKA).id(), ContactChannel.EMAIL, Locale.forLanguageTag("ru"));
        lifecycle.escalate(number, "Передали в L2.", "Сложно");
        lifecycle.moveToPanel(number);

        telegram.answer(chat, messageAbout(chat, number), "Подробности");

        hears(chat, "продолжите в панели");
    }

    @Test
    void aBlockedBotIsNoMoreThanADetour() {
        long chat = linked();
        String number = registered(chat, "Заблокирую");
        telegram.failNext("sendMessage", Failure.of(403, "Forbidden: bot was blocked by the user"));

        conversation.agentWrites(number, "Ответ, которого в чате не увидят");

        await().untilAsserted(() ->
                assertThat(chats.customer(ROMASHKA).chat()).as("unlinked").isEmpty());
        await().untilAsserted(() -> assertThat(database.sql("select count(*) from outbox where ticket = ?"
                                + " and kind = 'reply' and chat_id is null")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isOne());
    }

    @Test
    void silenceThatTelegramAsksForIsKeptAndThenEverythingIsSaid() {
        long chat = linked();
        telegram.failNext("sendMessage", Failure.tooMany(30));
        int before = telegram.transcript(chat).size();

        telegram.say(chat, "/help");
        await().until(() -> !telegram.hasFailuresFor("sendMessage"));
        telegram.say(chat, "/tickets");
        await().until(() -> waitingInChat(chat) == 2);
        assertThat(telegram.transcript(chat)).hasSize(before);

        clock.advance(Duration.ofSeconds(31));
        await().untilAsserted(() -> assertThat(telegram.transcript(chat)).hasSize(before + 2));
        assertThat(telegram.transcript(chat).get(before).text()).startsWith("Я принимаю обращения");
    }

    private long linked() {
        long chat = chats.aChat();
        says(chat, "/start " + chats.code(ROMASHKA), "Готово!");
        return chat;
    }

    private String registered(long chat, String subject) {
        says(chat, "/new", "Что у вас случилось?");
        presses(chat, "Проблема", "О каком сервисе");
        presses(chat, "Docs", "Тема:");
        says(chat, subject, "Теперь расскажите");
        says(chat, "Описание", "Файлов: 0");
        presses(chat, "Готово", "Тема: " + subject);
        presses(chat, "Отправить", "зарегистрировано");
        return lastTicket();
    }

    private String lastTicket() {
        List<String> numbers = chats.ticketsByTelegram(ROMASHKA);
        return numbers.get(numbers.size() - 1);
    }

    private Sent messageAbout(long chat, String number) {
        return telegram.transcript(chat).stream()
                .filter(message -> message.text().contains(number))
                .findFirst()
                .orElseThrow();
    }

    private void says(long chat, String text, String expected) {
        telegram.say(chat, text);
        hears(chat, expected);
    }

    private void presses(long chat, String button, String expected) {
        telegram.press(chat, button);
        hears(chat, expected);
    }

    private void hears(long chat, String expected) {
        await().untilAsserted(() -> assertThat(telegram.transcript(chat))
                .isNotEmpty()
                .last()
                .extracting(Sent::text)
                .asString()
                .contains(expected));
    }

    private long waitingInChat(long chat) {
        return database.sql("select count(*) from outbox where chat_id = ? and sent_at is null")
                .param(chat)
                .query(Long.class)
                .single();
    }
}
