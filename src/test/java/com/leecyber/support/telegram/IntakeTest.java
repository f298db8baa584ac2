package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.leecyber.support.MovableClock;
import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Tickets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Telegram repeats, mixes up and makes up; who becomes known by what (case 5). */
@BotTest
class IntakeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROMASHKA = "romashka@customers.example";
    private static final String ACME = "acme@customers.example";

    @Autowired
    Chats chats;

    @Autowired
    FakeTelegram telegram;

    @Autowired
    Inbox inbox;

    @Autowired
    Worker worker;

    @Autowired
    ContactDetails contacts;

    @Autowired
    Conversation conversation;

    @Autowired
    Tickets tickets;

    @Autowired
    TelegramHealthIndicator health;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Test
    void theSameUpdateTwentyTimesIsOneTicketAndOneAnswer() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "/new");
        chats.presses(chat, "Вопрос");
        chats.presses(chat, "Docs");
        chats.says(chat, "Двадцать раз");
        chats.says(chat, "Описание");
        chats.presses(chat, "Готово");
        int tickets = chats.ticketsByTelegram(ROMASHKA).size();
        long send = telegram.press(chat, "Отправить");
        ObjectNode update = telegram.news(send);

        for (int time = 0; time < 20; time++) {
            telegram.push(update.deepCopy());
            chats.hear();
        }

        assertThat(chats.ticketsByTelegram(ROMASHKA)).hasSize(tickets + 1);
        assertThat(chats.transcript(chat))
                .filteredOn(text -> text.contains("зарегистрировано"))
                .hasSize(1);
    }

    @Test
    void twentyRepliesShuffledAndRepeatedAreTwentyMessages() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Вперемешку", "Описание");
        FakeTelegram.Sent registered = telegram.last(chat);
        List<ObjectNode> updates = IntStream.range(0, 20)
                .mapToObj(message -> telegram.news(telegram.answer(chat, registered, "Сообщение " + message)))
                .collect(Collectors.toList());
        Collections.shuffle(updates, new Random(5));

        for (ObjectNode update : updates) {
            inbox.store(List.of(update, update));
            worker.workOff();
            inbox.store(List.of(update));
        }
        chats.hear();

        assertThat(conversation.of(tickets.get(number)))
                .extracting(Message::text)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20)
                        .mapToObj(message -> "Сообщение " + message)
                        .toList());
    }

    @Test
    void whatWaitsTogetherIsWorkedOffInOrderInEachChat() {
        long ru = chats.linked(ROMASHKA);
        long en = chats.linked(ACME);
        for (long chat : List.of(ru, en)) {
            telegram.say(chat, "/new");
        }
        chats.hear();
        telegram.press(ru, "Вопрос");
        telegram.press(en, "Problem");
        chats.hear();
        telegram.press(ru, "Docs");
        telegram.press(en, "Projects");
        telegram.say(en, "English subject");
        telegram.say(ru, "Русская тема");
        telegram.say(en, "English text");
        telegram.say(ru, "Русский текст");
        chats.hear();
        telegram.press(en, "Done");
        telegram.press(ru, "Готово");
        chats.hear();
        telegram.press(ru, "Отправить");
        telegram.press(en, "Send");
        chats.hear();

        List<String> russian = chats.ticketsByTelegram(ROMASHKA);
        List<String> english = chats.ticketsByTelegram(ACME);
        assertThat(tickets.get(russian.get(russian.size() - 1)).description()).isEqualTo("Русский текст");
        assertThat(tickets.get(english.get(english.size() - 1)).subject()).isEqualTo("English subject");
    }

    @Test
    void fourNodesWorkOffEachChatInOrderAndEachUpdateOnce() throws Exception {
        List<Long> chatsAtOnce =
                IntStream.range(0, 6).mapToObj(one -> chats.aChat()).toList();
        int before =
                database.sql("select count(*) from ticket").query(Integer.class).single();
        for (long chat : chatsAtOnce) {
            database.sql(
                            "insert into customer (name, email, language, created_at, chat_id) values (?, ?, 'ru', now(), ?)")
                    .params("Клиент " + chat, chat + "@customers.example", chat)
                    .update();
            long draft = telegram.say(chat, "/new");
            telegram.pressData(chat, "type:QUESTION:" + draft);
            telegram.pressData(chat, "service:docs:" + draft);
            telegram.say(chat, "Тема " + chat);
            telegram.say(chat, "Описание " + chat);
            telegram.pressData(chat, "done:" + draft);
            telegram.pressData(chat, "send:" + draft);
        }
        inbox.store(telegram.news());
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> working = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(node -> nodes.submit(() -> {
                        while (inbox.figures().waiting() > 0) {
                            worker.workOff();
                        }
                    }))
                    .toList();
            for (Future<?> node : working) {
                node.get(1, TimeUnit.MINUTES);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(database.sql("select count(*) from ticket")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before + chatsAtOnce.size());
        for (long chat : chatsAtOnce) {
            String number = chats.ticketsByTelegram(chat + "@customers.example").get(0);
            assertThat(tickets.get(number).subject()).isEqualTo("Тема " + chat);
            assertThat(tickets.get(number).description()).isEqualTo("Описание " + chat);
        }
        chats.hear();
    }

    @Test
    void anEditedMessageChangesNothingAndIsAnsweredOnce() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Исправления", "Описание");

        telegram.edit(chat, 41, "Другое описание");
        telegram.edit(chat, 41, "Ещё другое описание");
        chats.hear();

        assertThat(tickets.get(number).description()).isEqualTo("Описание");
        assertThat(conversation.of(tickets.get(number))).isEmpty();
        assertThat(chats.transcript(chat))
                .filteredOn(text -> text.startsWith("Изменения отправленных"))
                .hasSize(1);
    }

    @Test
    void aContactLinksNobody() {
        long chat = chats.aChat();

        telegram.push(
                chat,
                message -> message.putObject("contact")
                        .put("user_id", 4711)
                        .put("phone_number", "+70000000000")
                        .put("first_name", chats.customer(ROMASHKA).name()));

        assertThat(chats.heard(chat)).startsWith("Контакт не подходит");
        assertThat(linked(chat)).isZero();
    }

    @Test
    void aStrangerLearnsHowToBecomeKnownAndNothingElse() {
        long chat = chats.aChat();
        for (String text : List.of("Привет", "/tickets", "/start", "/new", "SD-2026-000001", "/start short")) {
            telegram.say(chat, text);
        }
        telegram.pressData(chat, "mine");
        telegram.pressData(chat, "send:1");

        chats.hear();

        assertThat(chats.transcript(chat))
                .as("one hint a minute")
                .singleElement()
                .asString()
                .contains("Я пока не знаю");
        clock.advance(Duration.ofMinutes(1));
        chats.says(chat, "Кто здесь?");
        assertThat(chats.transcript(chat)).hasSize(2);
    }

    @Test
    void aCodeLinksOneChatOnce() {
        String code = chats.code(ACME);
        long first = chats.aChat();
        long second = chats.aChat();

        assertThat(chats.says(first, code.toLowerCase(Locale.ROOT))).startsWith("Done! This chat is linked");
        assertThat(chats.says(second, "/start " + code)).startsWith("Этот код не подходит");
        assertThat(linked(first)).isOne();
        assertThat(linked(second)).isZero();
    }

    @Test
    void anOldCodeLinksNobody() {
        String code = chats.code(ACME);
        clock.advance(Duration.ofMinutes(16));
        long chat = chats.aChat();

        assertThat(chats.says(chat, code)).startsWith("Этот код не подходит");
        assertThat(linked(chat)).isZero();
    }

    @Test
    void whoeverGuessesWaitsAnHour() {
        long chat = chats.aChat();
        for (int guess = 0; guess < 5; guess++) {
            chats.says(chat, "AAAAAAAAA" + (guess + 2));
        }
        String good = chats.code(ACME);

        assertThat(chats.says(chat, good)).startsWith("Слишком много неверных кодов");
        assertThat(linked(chat)).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(chats.says(chat, chats.code(ACME))).startsWith("Done!");
    }

    @Test
    void aChatThatIsLinkedAnewBringsNoDraftAlong() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "/new");
        chats.presses(chat, "Вопрос");

        chats.says(chat, "/start " + chats.code(ACME));

        assertThat(chats.says(chat, "Hello")).isEqualTo("What shall I do with this message?");
    }

    @Test
    void groupsAndChannelsAreNotHeard() {
        String code = chats.code(ACME);
        ObjectNode update = JSON.createObjectNode();
        ObjectNode message = update.putObject("message");
        message.put("message_id", 1).put("text", "/start " + code);
        message.putObject("chat").put("id", -100_500).put("type", "supergroup");
        message.putObject("from").put("id", 5);
        telegram.push(update);

        chats.hear();

        assertThat(telegram.transcript(-100_500)).isEmpty();
        assertThat(linked(-100_500)).isZero();
        assertThat(state(update.get("update_id").asLong())).isEqualTo("DONE");
    }

    @Test
    void whatCannotBeWorkedOffIsPutAsideAndHoldsUpNobodyElse() {
        long chat = chats.linked(ROMASHKA);
        long other = chats.linked(ACME);
        long poison = 999;
        storeUnreadable(poison, chat);
        telegram.say(chat, "/help");

        chats.says(other, "/help");
        assertThat(telegram.last(other).text()).startsWith("I take requests");
        assertThat(state(poison)).isEqualTo("WAITING");

        for (int attempt = 1; attempt < 5; attempt++) {
            clock.advance(Duration.ofMinutes(5));
            chats.hear();
        }

        assertThat(state(poison)).isEqualTo("FAILED");
        assertThat(chats.transcript(chat)).anyMatch(text -> text.startsWith("Я принимаю обращения"));
        Health figures = health.health();
        assertThat(figures.getStatus().getCode()).isEqualTo("WARNING");
        assertThat(figures.getDetails()).containsEntry("failed", 1L);
        database.sql("delete from telegram_update where update_id = ?")
                .param(poison)
                .update();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void charactersThatNoDatabaseTakesAreNoObstacle() {
        long chat = chats.linked(ROMASHKA);
        telegram.say(chat, "Половина \uD83D и ноль \0.");

        assertThat(chats.heard(chat)).contains("служебный символ с кодом 0");
        assertThat(chats.says(chat, "Половина \uD83D знака")).startsWith("Что сделать");
    }

    @Test
    void whatWasWorkedOffLongAgoIsForgotten() {
        long chat = chats.aChat();
        long update = telegram.say(chat, "Привет");
        chats.hear();

        inbox.forgetBefore(clock.instant());
        assertThat(state(update)).isEqualTo("DONE");
        clock.advance(Duration.ofSeconds(1));
        inbox.forgetBefore(clock.instant());

        assertThat(database.sql("select count(*) from telegram_update where update_id = ?")
                        .param(update)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Stores something of that chat that no message of Telegram's is. */
    private void storeUnreadable(long update, long chat) {
        database.sql("insert into telegram_update (update_id, chat_id, raw, came_at, state, next_attempt_at)"
                        + " values (?, ?, '{', now(), 'WAITING', '2000-01-01')")
                .params(update, chat)
                .update();
    }

    private String state(long update) {
        return database.sql("select state from telegram_update where update_id = ?")
                .param(update)
                .query(String.class)
                .single();
    }

    private long linked(long chat) {
        return database.sql("select count(*) from customer where chat_id = ?")
                .param(chat)
                .query(Long.class)
                .single();
    }
}
