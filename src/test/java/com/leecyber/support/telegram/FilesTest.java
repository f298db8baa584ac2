package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import com.leecyber.support.telegram.FakeTelegram.Failure;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A ticket never waits for a file, and a file is not lost because Telegram does not hand it out at once. */
@BotTest
class FilesTest {

    private static final String ROMASHKA = "romashka@customers.example";

    @Autowired
    Chats chats;

    @Autowired
    FakeTelegram telegram;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Attachments attachments;

    @Autowired
    Conversation conversation;

    @Autowired
    MovableClock clock;

    @Test
    void aFileThatDoesNotComeIsNotedAndFetchedLater() {
        long chat = chats.linked(ROMASHKA);
        telegram.failNext("getFile", Failure.of(500, "Internal Server Error"));
        telegram.failNext("file", Failure.of(503, "Service Unavailable"));
        String number = registersWithFile(chat, "Файл придёт позже", "log.txt", "line");

        assertThat(files(number)).isEmpty();
        assertThat(notes(number))
                .containsExactly(
                        "Файл клиента «log.txt» ещё не получен из Telegram. Попытки продолжаются, он появится среди файлов"
                                + " обращения.");

        clock.advance(Duration.ofMinutes(1));
        chats.hear();
        assertThat(files(number)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        chats.hear();

        assertThat(files(number)).containsExactly("log.txt");
        assertThat(notes(number)).as("noted once").hasSize(1);
        chats.hear();
        assertThat(files(number)).hasSize(1);
    }

    @Test
    void aFileThatTelegramDoesNotHaveIsGivenUpAndTheCustomerTold() {
        long chat = chats.linked(ROMASHKA);
        telegram.failNext("getFile", Failure.of(400, "Bad Request: file is too big"));

        String number = registersWithFile(chat, "Файла нет", "big.bin", "x");

        assertThat(files(number)).isEmpty();
        assertThat(telegram.last(chat).text())
                .startsWith("Файл «big.bin» не приложен к обращению " + number)
                .endsWith("Пришлите файл ещё раз или приложите в панели управления.");
        assertThat(notes(number)).singleElement().asString().contains("получить из Telegram не удалось");
    }

    @Test
    void aFileOfUnknownSizeIsNotReadBeyondTheLimit() {
        long chat = chats.linked(ROMASHKA);
        chats.says(chat, "/new");
        chats.presses(chat, "Вопрос");
        chats.presses(chat, "Docs");
        chats.says(chat, "Без размера");
        chats.says(chat, "Описание");
        String id = telegram.keepFile(new byte[Attachments.MAXIMUM_SIZE + 100]);
        telegram.push(
                chat,
                message -> message.putObject("document").put("file_id", id).put("file_name", "x.bin"));
        chats.heard(chat);
        chats.presses(chat, "Готово");

        chats.presses(chat, "Отправить");

        assertThat(telegram.last(chat).text()).contains("x.bin", "больше 10 МБ");
    }

    @Test
    void aFileForATicketThatIsOverMeanwhileIsRefusedInWordsForCustomers() {
        long chat = chats.linked(ROMASHKA);
        telegram.failNext("getFile", Failure.of(500, "Internal Server Error"));
        String number = registersWithFile(chat, "Отозвано", "late.txt", "x");
        lifecycle.withdraw(number);
        clock.advance(Duration.ofMinutes(1));

        assertThat(chats.heard(chat))
                .contains("late.txt", "напишите по нему ещё раз")
                .doesNotContain("список задач");
    }

    @Test
    void namesAreMadeSafeAndContentsAreKept() {
        long chat = chats.linked(ROMASHKA);

        String number = registersWithFile(chat, "Имена", "../../etc/\u202Egnp.exe\u200B", "<svg onload=alert(1)>");

        Attachment file = attachments.of(tickets.get(number)).get(0);
        assertThat(file.name()).isEqualTo("gnp.exe");
        assertThat(attachments.content(file)).asString().isEqualTo("<svg onload=alert(1)>");
    }

    private String registersWithFile(long chat, String subject, String name, String content) {
        chats.says(chat, "/new");
        chats.presses(chat, "Вопрос");
        chats.presses(chat, "Docs");
        chats.says(chat, subject);
        chats.says(chat, "Описание");
        telegram.sendFile(chat, name, content.getBytes(StandardCharsets.UTF_8), null, null);
        chats.heard(chat);
        chats.presses(chat, "Готово");
        chats.presses(chat, "Отправить");
        List<String> numbers = chats.ticketsByTelegram(ROMASHKA);
        return numbers.get(numbers.size() - 1);
    }

    private List<String> files(String number) {
        return attachments.of(tickets.get(number)).stream()
                .map(Attachment::name)
                .toList();
    }

    private List<String> notes(String number) {
        return conversation.of(tickets.get(number)).stream()
                .filter(message -> !message.kind().isPublic())
                .map(Message::text)
                .toList();
    }
}
