package com.leecyber.support.telegram;

import com.leecyber.support.MovableClock;
import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.telegram.FakeTelegram.Sent;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words that stories about the bot are told in: somebody types, presses and sends, and reads what comes back. */
@TestComponent
class Chats {

    private static final AtomicLong NEXT = new AtomicLong(7001);

    private final FakeTelegram telegram;
    private final Poller poller;
    private final Worker worker;
    private final FileFetching fetching;
    private final TelegramBot bot;
    private final ContactDetails contacts;
    private final Customers customers;
    private final JdbcClient database;
    private final MovableClock clock;

    Chats(
            FakeTelegram telegram,
            Poller poller,
            Worker worker,
            FileFetching fetching,
            TelegramBot bot,
            ContactDetails contacts,
            Customers customers,
            JdbcClient database,
            MovableClock clock) {
        this.telegram = telegram;
        this.poller = poller;
        this.worker = worker;
        this.fetching = fetching;
        this.bot = bot;
        this.contacts = contacts;
        this.customers = customers;
        this.database = database;
        this.clock = clock;
    }

    /** A chat that nobody has used yet. */
    long aChat() {
        return NEXT.getAndAdd(2);
    }

    Customer customer(String email) {
        return customers.findByEmailIgnoreCase(email).orElseThrow();
    }

    String code(String email) {
        return contacts.chatCode(customer(email).id());
    }

    /** A new chat that is linked to that customer. */
    long linked(String email) {
        long chat = aChat();
        says(chat, "/start " + code(email));
        return chat;
    }

    /** Types something and returns what the bot says to it. */
    String says(long chat, String text) {
        telegram.say(chat, text);
        return heard(chat);
    }

    String presses(long chat, String button) {
        telegram.press(chat, button);
        return heard(chat);
    }

    /** Lets the bot hear and say everything, and returns what it said last in that chat. */
    String heard(long chat) {
        hear();
        List<Sent> said = telegram.transcript(chat);
        return said.isEmpty() ? "" : said.get(said.size() - 1).text();
    }

    /** Lets the bot hear everything, work it off, fetch files and say what it has to. */
    void hear() {
        poller.poll();
        worker.workOff();
        fetching.fetchDue();
        deliver();
    }

    /** Says what the outbox has for chats, as its sender would. */
    private void deliver() {
        record Row(long id, long chatId, String subject, String body, String buttons) {}
        database.sql(
                        "select id, chat_id, subject, body, buttons from outbox where chat_id is not null and sent_at is null"
                                + " order by id")
                .query(Row.class)
                .list()
                .forEach(row -> {
                    bot.say(row.chatId(), (row.subject() + "\n\n" + row.body()).strip(), row.buttons());
                    database.sql("update outbox set sent_at = ?, next_attempt_at = null where id = ?")
                            .params(clock.instant().atOffset(ZoneOffset.UTC), row.id())
                            .update();
                });
    }

    /** Everything that the bot said in a chat, oldest first. */
    List<String> transcript(long chat) {
        return telegram.transcript(chat).stream().map(Sent::text).toList();
    }

    /** The tickets that came by that customer's chat, oldest first. */
    List<String> ticketsByTelegram(String email) {
        return database.sql("select number from ticket where customer_id = ? and channel = 'TELEGRAM' order by id")
                .param(customer(email).id())
                .query(String.class)
                .list();
    }

    /** Goes through the whole dialogue and returns the ticket's number. */
    String registers(long chat, String email, String subject, String description) {
        says(chat, "/new");
        presses(chat, "Проблема");
        presses(chat, "Docs");
        says(chat, subject);
        says(chat, description);
        presses(chat, "Готово");
        presses(chat, "Отправить");
        List<String> numbers = ticketsByTelegram(email);
        return numbers.get(numbers.size() - 1);
    }
}
