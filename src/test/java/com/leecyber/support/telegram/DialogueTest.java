package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a customer can do in the chat, from the menu to an answered ticket. */
@BotTest
class DialogueTest {

    private static final String ROMASHKA = "romashka@customers.example";
    private static final String ACME = "acme@customers.example";
    private static final String EXPIRED = "expired@customers.example";

    @Autowired
    Chats chats;

    @Autowired
    FakeTelegram telegram;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Attachments attachments;

    @Test
    void aProblemIsRegisteredStepByStep() {
        long chat = chats.linked(ROMASHKA);

        assertThat(chats.says(chat, "/new")).startsWith("Что у вас случилось?");
        assertThat(telegram.last(chat).buttons())
                .containsExactly("Вопрос", "Проблема", "Лимиты", "Претензия", "Отмена");
        assertThat(chats.presses(chat, "Проблема")).startsWith("О каком сервисе");
        assertThat(chats.presses(chat, "Docs")).startsWith("Тема:");
        assertThat(chats.says(chat, "Не открывается документ")).startsWith("Теперь расскажите");
        assertThat(chats.says(chat, "С утра белая страница.")).contains("Файлов: 0");
        telegram.sendFile(chat, "log.txt", "line".getBytes(StandardCharsets.UTF_8), null, null);
        assertThat(chats.heard(chat)).contains("Файлов: 1");
        assertThat(chats.presses(chat, "Готово"))
                .contains("Тип: Проблема", "Сервис: Docs", "Тема: Не открывается документ", "С утра белая страница.");
        String told = chats.presses(chat, "Отправить");

        List<String> numbers = chats.ticketsByTelegram(ROMASHKA);
        Ticket ticket = tickets.get(numbers.get(numbers.size() - 1));
        assertThat(told).startsWith("Обращение " + ticket.number() + " зарегистрировано. Ответим не позднее");
        assertThat(ticket.channel()).isEqualTo(Channel.TELEGRAM);
        assertThat(ticket.type()).isEqualTo(TicketType.PROBLEM);
        assertThat(ticket.service()).isEqualTo("docs");
        assertThat(ticket.subject()).isEqualTo("Не открывается документ");
        assertThat(ticket.description()).isEqualTo("С утра белая страница.");
        assertThat(ticket.responseDueAt()).contains(ticket.registeredAt().plus(Duration.ofMinutes(30)));
        assertThat(attachments.of(ticket)).extracting(Attachment::name).containsExactly("log.txt");
        assertThat(attachments.content(attachments.of(ticket).get(0)))
                .asString()
                .isEqualTo("line");
    }

    @Test
    void theWholeDialogueIsInEnglishForWhoeverReadsEnglish() {
        long chat = chats.linked(ACME);

        assertThat(chats.says(chat, "/new")).startsWith("What is it about?");
        chats.presses(chat, "Question");
        chats.presses(chat, "Billing and plans");
        chats.says(chat, "An invoice");
        chats.says(chat, "Where is it?");
        assertThat(chats.presses(chat, "Done")).contains("Type: Question", "Service: Billing and plans");
        assertThat(chats.presses(chat, "Send")).contains("is registered. We answer no later than");

        assertThat(chats.transcript(chat)).noneMatch(text -> text.matches("(?s).*[А-Яа-я].*"));
    }

    @Test
    void choicesCanBeTypedAndLongTextsAreNotLost() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "/new");
        chats.says(chat, "вопрос");
        chats.says(chat, "docs");
        String story = "Долгая история. ".repeat(30);

        assertThat(chats.says(chat, story)).startsWith("Тема:");
        assertThat(chats.says(chat, "Коротко")).contains("Файлов: 0");
        chats.says(chat, "И ещё вот что.");
        chats.presses(chat, "Готово");
        chats.presses(chat, "Отправить");

        List<String> numbers = chats.ticketsByTelegram(ROMASHKA);
        Ticket ticket = tickets.get(numbers.get(numbers.size() - 1));
        assertThat(ticket.subject()).isEqualTo("Коротко");
        assertThat(ticket.description()).isEqualTo(story.strip() + "\n\nИ ещё вот что.");
    }

    @Test
    void aSubjectThatIsTooLongIsAskedAgainAndTheDraftStays() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "Сначала просто рассказал.");
        chats.presses(chat, "Новое обращение с этим текстом");
        chats.presses(chat, "Вопрос");
        chats.presses(chat, "Docs");

        assertThat(chats.says(chat, "т".repeat(201))).contains("можно 200 символов, а здесь 201");
        assertThat(chats.says(chat, "Тема")).contains("Файлов: 0");
        assertThat(chats.presses(chat, "Готово")).endsWith("Сначала просто рассказал.");
    }

    @Test
    void whatIsJustSaidCanBecomeAReply() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Куда ответить", "Сюда.");

        assertThat(chats.says(chat, "Совсем забыл: это Firefox.")).isEqualTo("Что сделать с этим сообщением?");
        String into = telegram.last(chat).buttons().stream()
                .filter(button -> button.startsWith(number))
                .findFirst()
                .orElseThrow();
        assertThat(chats.presses(chat, into)).isEqualTo("Добавлено к обращению " + number + ".");

        assertThat(said(number)).containsExactly("Совсем забыл: это Firefox.");
    }

    @Test
    void aChosenTicketIsShownAndAnswered() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Показать и ответить", "Описание");
        conversation.agentWrites(number, "Какой у вас браузер?");

        chats.presses(chat, "Мои обращения");
        chats.presses(
                chat,
                telegram.last(chat).buttons().stream()
                        .filter(button -> button.startsWith(number))
                        .findFirst()
                        .orElseThrow());
        assertThat(telegram.last(chat).text())
                .startsWith(number + "\nПоказать и ответить")
                .contains("Состояние: Зарегистрировано", "Описание", "Какой у вас браузер?");

        assertThat(chats.presses(chat, "Ответить")).startsWith("Напишите ответ по обращению " + number);
        assertThat(chats.says(chat, "Firefox")).isEqualTo("Добавлено к обращению " + number + ".");
        assertThat(said(number)).contains("Firefox");
        assertThat(chats.says(chat, "Ещё слово")).as("one message only").startsWith("Что сделать");
    }

    @Test
    void answeringAMessageOfTheBotAnswersItsTicket() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Ответ на сообщение", "Описание");

        telegram.answer(chat, telegram.last(chat), "Это срочно");

        assertThat(chats.heard(chat)).isEqualTo("Добавлено к обращению " + number + ".");
        assertThat(said(number)).containsExactly("Это срочно");
    }

    @Test
    void anAlbumGoesWhereItsFirstFileWent() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Альбом", "Описание");
        chats.says(chat, "/tickets");
        chats.presses(chat, telegram.last(chat).buttons().get(0));
        chats.presses(chat, "Ответить");

        telegram.sendPhoto(chat, "первая".getBytes(StandardCharsets.UTF_8), "Вот снимки", "album-1");
        telegram.sendPhoto(chat, "вторая".getBytes(StandardCharsets.UTF_8), null, "album-1");
        telegram.sendPhoto(chat, "третья".getBytes(StandardCharsets.UTF_8), null, "album-1");
        chats.hear();

        assertThat(said(number)).containsExactly("Вот снимки");
        assertThat(attachments.of(tickets.get(number)))
                .hasSize(3)
                .allSatisfy(file -> assertThat(file.name()).startsWith("photo_").endsWith(".jpg"));
    }

    @Test
    void aReplyToAClosedTicketOpensAFollowUpAndSaysSo() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Отозвано", "Описание");
        lifecycle.withdraw(number);

        telegram.answer(chat, telegram.last(chat), "А всё-таки не работает");
        String told = chats.heard(chat);

        List<String> numbers = chats.ticketsByTelegram(ROMASHKA);
        String followUp = numbers.get(numbers.size() - 1);
        assertThat(told).startsWith("Обращение " + number + " уже завершено, поэтому открыто новое: " + followUp);
        assertThat(tickets.get(followUp).followsId())
                .contains(tickets.get(number).id());
        assertThat(tickets.get(followUp).description()).isEqualTo("А всё-таки не работает");
    }

    @Test
    void oldButtonsDoNothingAndSaySo() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Один раз", "Описание");
        int before = chats.ticketsByTelegram(ROMASHKA).size();

        chats.presses(chat, "Отправить");
        chats.presses(chat, "Отмена");
        chats.presses(chat, "Проблема");

        assertThat(chats.ticketsByTelegram(ROMASHKA)).hasSize(before).contains(number);
        assertThat(chats.transcript(chat))
                .filteredOn("Эта кнопка больше не действует."::equals)
                .hasSize(3);
        assertThat(telegram.answeredPresses()).last().asString().endsWith("Эта кнопка больше не действует.");
    }

    @Test
    void anOldCancelButtonDoesNotCancelTheNextDraft() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "/new");
        String oldCancel = telegram.last(chat).presses().get(4);
        chats.says(chat, "/cancel");
        chats.says(chat, "/new");
        chats.presses(chat, "Вопрос");

        telegram.pressData(chat, oldCancel);

        assertThat(chats.heard(chat)).startsWith("О каком сервисе");
    }

    @Test
    void aDraftOutlivesAReplyInBetween() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Первое", "Описание");
        chats.says(chat, "/new");
        chats.presses(chat, "Вопрос");
        chats.presses(chat, "Docs");
        chats.says(chat, "Второе");

        telegram.pressData(chat, "reply:" + number);
        chats.heard(chat);
        assertThat(chats.says(chat, "Ответ на первое")).startsWith("Теперь расскажите");

        assertThat(said(number)).containsExactly("Ответ на первое");
        assertThat(chats.says(chat, "Рассказ")).contains("Файлов: 0");
    }

    @Test
    void cancellingDropsTheDraftAndItsFiles() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "/new");
        chats.presses(chat, "Вопрос");
        telegram.sendFile(chat, "a.txt", new byte[] {1}, null, null);
        chats.heard(chat);

        assertThat(chats.says(chat, "/cancel")).startsWith("Отменено");
        assertThat(chats.says(chat, "/cancel")).startsWith("Отменять нечего");
        String number = chats.registers(chat, ROMASHKA, "После отмены", "Описание");

        assertThat(attachments.of(tickets.get(number))).isEmpty();
    }

    @Test
    void aCustomerWithoutALicenceIsPromisedNothing() {
        long chat = chats.linked(EXPIRED);

        chats.registers(chat, EXPIRED, "Без лицензии", "Описание");

        assertThat(telegram.last(chat).text())
                .contains("Действующей лицензии мы не нашли")
                .doesNotContain("не позднее");
    }

    @Test
    void theLanguageCanBeChanged() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "/language");

        assertThat(chats.presses(chat, "English")).isEqualTo("I write in English now. What would you like to do?");
        assertThat(chats.says(chat, "/help")).startsWith("I take requests");

        chats.says(chat, "/language");
        assertThat(chats.presses(chat, "Русский")).startsWith("Теперь я пишу по-русски");
    }

    @Test
    void anUnlinkedChatIsNobodysAnyMore() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "/unlink");

        assertThat(chats.presses(chat, "Да, отвязать")).contains(ROMASHKA);

        assertThat(chats.customer(ROMASHKA).chat()).isEmpty();
        telegram.pressData(chat, "mine");
        assertThat(chats.heard(chat)).startsWith("Здравствуйте! Это бот службы поддержки.");
    }

    @Test
    void whoBlocksTheBotIsWrittenToByMailAgain() {
        long chat = chats.linked(ROMASHKA);

        telegram.block(chat);
        chats.hear();

        assertThat(chats.customer(ROMASHKA).chat()).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAtOnce() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "/new");

        telegram.sendFile(chat, "dump.bin", new byte[Attachments.MAXIMUM_SIZE + 1], null, null);

        assertThat(chats.heard(chat)).startsWith("Файл «dump.bin» больше 10 МБ");
    }

    @Test
    void hostileTextsStayTexts() {
        long chat = chats.linked(ROMASHKA);
        String subject = "<script>alert(1)</script>\r\nBcc: x@y.example {{7*7}} {0} ${7*7} \u202Egnp.exe";
        String description = "😀".repeat(2000) + "\u202E<b>не жирный</b> *звёзды* _подчёркнуто_";

        String number = chats.registers(chat, ROMASHKA, subject, description);

        Ticket ticket = tickets.get(number);
        assertThat(ticket.subject()).isEqualTo(subject.replace("\r\n", " "));
        assertThat(ticket.description()).isEqualTo(description);
        assertThat(telegram.bodies()).allSatisfy(body -> {
            assertThat(body.has("parse_mode")).isFalse();
            assertThat(body.path("text").asText().length()).isLessThanOrEqualTo(4096);
        });
    }

    @Test
    void anotherCustomersTicketIsUnknown() {
        long chat = chats.linked(ROMASHKA);
        String number = chats.registers(chat, ROMASHKA, "Чужое", "Описание");
        long other = chats.linked(ACME);

        for (String button : List.of("ticket:" + number, "reply:" + number)) {
            telegram.pressData(other, button);
            assertThat(chats.heard(other)).isEqualTo("You have no such request.");
        }
        telegram.answer(other, telegram.last(chat), "Мне можно?");
        assertThat(chats.heard(other)).isEqualTo("You have no such request.");
        assertThat(said(number)).isEmpty();
    }

    private List<String> said(String number) {
        return conversation.of(tickets.get(number)).stream()
                .filter(message -> message.authorKind() == Message.AuthorKind.CUSTOMER)
                .map(Message::text)
                .toList();
    }
}
