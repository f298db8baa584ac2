package com.leecyber.support.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.ContactChannel;
import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.notification.ChatBot.ChatBusy;
import com.leecyber.support.notification.ChatBot.ChatGone;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers are written to where they like it, and otherwise by mail (case 16). */
@DeskTest
@Import(ChatsTest.Bot.class)
class ChatsTest {

    private static final AtomicLong chats = new AtomicLong(5_000);

    @TestConfiguration
    static class Bot {

        @Bean
        TalkingBot talkingBot() {
            return new TalkingBot();
        }
    }

    @Autowired
    TalkingBot bot;

    @Autowired
    OutboxSender speaksInChats;

    @Autowired
    ContactDetails contacts;

    @Autowired
    Customers customers;

    @Autowired
    Registration registration;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Conversation conversation;

    @Autowired
    ChatMessages messages;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private final long chat = chats.incrementAndGet();
    private Customer customer;
    private String number;

    @BeforeEach
    void aCustomerInAChat() {
        database.sql("update outbox set sent_at = now() where sent_at is null").update();
        bot.said.clear();
        customer = customers.save(new Customer(
                "Чатов " + chat, "chat" + chat + "@customers.example", Locale.forLanguageTag("ru"), clock.instant()));
        contacts.linkChat(chat, contacts.chatCode(customer.id()));
        number = registered(Channel.TELEGRAM);
    }

    @Test
    void whoeverLinkedAChatIsWrittenToThere() {
        conversation.agentWrites(number, "Уже смотрим <b>{{7*7}}</b>");

        speaksInChats.sendDue();

        assertThat(bot.said)
                .singleElement()
                .asString()
                .startsWith(chat + ": [" + number + "]")
                .contains("Уже смотрим <b>{{7*7}}</b>");
        assertThat(waitingMails()).isZero();
    }

    @Test
    void whoeverPrefersMailGetsMail() {
        contacts.prefer(customer.id(), ContactChannel.EMAIL, Locale.ENGLISH);

        conversation.agentWrites(number, "We are on it.");
        speaksInChats.sendDue();

        assertThat(bot.said).isEmpty();
        assertThat(waitingMails()).isOne();
        assertThat(subject()).contains("An answer to your request");
    }

    @Test
    void aBlockedBotIsReplacedByMailAtOnceAndFromThenOn() {
        bot.answers(chat, new ChatGone("403 Forbidden: bot was blocked by the user"));

        conversation.agentWrites(number, "Первый ответ");
        speaksInChats.sendDue();
        conversation.agentWrites(number, "Второй ответ");
        speaksInChats.sendDue();

        assertThat(bot.said).isEmpty();
        assertThat(waitingMails()).isEqualTo(2);
        assertThat(customers.findById(customer.id()).orElseThrow().chat()).isEmpty();
        assertThat(journal.of(number)).extracting(JournalEntry::kind).containsOnlyOnce("NOTIFICATION_REDIRECTED");
        assertThat(journal.verify(number)).isEmpty();
    }

    @Test
    void aChatThatTakesNothingIsReplacedByMailAfterFiveAttempts() {
        bot.answers(chat, new IllegalStateException("502 Bad Gateway"));
        conversation.agentWrites(number, "Ответ");

        for (int attempt = 1; attempt < ChatTransport.ATTEMPTS_IN_CHAT; attempt++) {
            speaksInChats.sendDue();
            assertThat(waitingMails()).isZero();
            clock.advance(Duration.ofMinutes(5));
        }
        speaksInChats.sendDue();

        assertThat(waitingMails()).isOne();
        assertThat(customers.findById(customer.id()).orElseThrow().chat())
                .as("it may work again tomorrow")
                .hasValue(chat);
    }

    @Test
    void aServerThatWantsAPauseGetsItInEveryChat() {
        bot.answers(chat, new ChatBusy(Duration.ofSeconds(30)));
        put("a", chat, "раз");
        put("b", chat + 100_000, "два");

        speaksInChats.sendDue();
        bot.answers(chat, null);
        clock.advance(Duration.ofSeconds(29));
        speaksInChats.sendDue();
        assertThat(bot.said).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        speaksInChats.sendDue();
        assertThat(bot.said).containsExactly(chat + ": раз", (chat + 100_000) + ": два");
        assertThat(attempts("a")).as("waiting is no attempt").isOne();
    }

    @Test
    void whatIsSaidInAChatIsSaidInOrderAndOtherChatsDoNotWait() {
        bot.answers(chat, new IllegalStateException("500"));
        put("a", chat, "раз");
        put("b", chat, "два");
        put("c", chat + 200_000, "другой");
        speaksInChats.sendDue();
        bot.answers(chat, null);
        put("d", chat, "три");
        speaksInChats.sendDue();
        assertThat(bot.said).containsExactly((chat + 200_000) + ": другой");

        clock.advance(Duration.ofSeconds(10));
        speaksInChats.sendDue();

        assertThat(bot.said.subList(1, 4)).containsExactly(chat + ": раз", chat + ": два", chat + ": три");
    }

    @Test
    void whatTheBotSaysOfItsOwnAccordIsForgottenWithItsChat() {
        bot.answers(chat, new ChatGone("403"));
        put("a", chat, "Выберите тип обращения");

        speaksInChats.sendDue();

        assertThat(database.sql("select count(*) from outbox where key = ?")
                        .param("a" + chat)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatComesPastThePanelIsAnsweredWhereItCame() {
        lifecycle.escalate(number, "Передано на L2.", "Нужен код.");
        lifecycle.moveToPanel(number);
        speaksInChats.sendDue();
        bot.said.clear();
        contacts.prefer(customer.id(), ContactChannel.EMAIL, Locale.forLanguageTag("ru"));

        conversation.customerWrites(number, "Ну что там?", Channel.TELEGRAM);
        speaksInChats.sendDue();

        assertThat(bot.said).singleElement().asString().contains(number, "3.1.2", "http");
    }

    private void put(String key, long to, String text) {
        transaction.executeWithoutResult(status -> messages.put(key + chat, to, text, null));
    }

    private int attempts(String key) {
        return database.sql("select attempts from outbox where key = ?")
                .param(key + chat)
                .query(Integer.class)
                .single();
    }

    private long waitingMails() {
        return database.sql(
                        "select count(*) from outbox where ticket = ? and chat_id is null and next_attempt_at is not null")
                .param(number)
                .query(Long.class)
                .single();
    }

    private String subject() {
        return database.sql("select subject from outbox where ticket = ? and kind = 'reply'")
                .param(number)
                .query(String.class)
                .single();
    }

    private String registered(Channel channel) {
        return registration
                .register(new NewTicket(
                        customer.id(),
                        channel,
                        TicketType.QUESTION,
                        "docs",
                        "Тема",
                        "Вопрос",
                        null,
                        null,
                        null,
                        null,
                        null))
                .number();
    }
}
