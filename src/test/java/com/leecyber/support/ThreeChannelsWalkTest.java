package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.telegram.FakeTelegram;
import com.microsoft.playwright.Page;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A new customer on each channel, with the clients that people use: a phone's browser, a mail program, a chat. Each request
 * is answered, escalated and closed, and all of it can be read in the panel (R2, R3.1.1, R3.1.2).
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"support.notifications.shift-lead=lead@desk.example", "support.notifications.folder="})
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@ExtendWith(OwnEngine.class)
@DirtiesContext
class ThreeChannelsWalkTest {

    private static final String DESK = "info@leecyber.com";
    private static final String ACME = "acme@customers.example";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long CHAT = 77;

    private static GreenMail mails;
    private static FakeTelegram telegram;

    @LocalServerPort
    int port;

    @BeforeAll
    static void servers() {
        servers(mails);
    }

    /** The settings ask for them before anything else does. */
    private static void servers(GreenMail started) {
        if (started == null) {
            mails = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
            mails.start();
            mails.setUser(DESK, "desk", "secret");
            mails.setUser(ACME, "acme", "secret");
            telegram = new FakeTelegram(0);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        servers(mails);
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> mails.getSmtp().getPort());
        settings.add("support.mailbox.mailboxes[0].name", () -> "info");
        settings.add("support.mailbox.mailboxes[0].host", () -> "127.0.0.1");
        settings.add("support.mailbox.mailboxes[0].port", () -> mails.getImap().getPort());
        settings.add("support.mailbox.mailboxes[0].protocol", () -> "imap");
        settings.add("support.mailbox.mailboxes[0].user", () -> "desk");
        settings.add("support.mailbox.mailboxes[0].password", () -> "secret");
        settings.add("support.mailbox.mailboxes[0].addresses", () -> DESK);
        settings.add("support.telegram.token", () -> FakeTelegram.TOKEN);
        settings.add("support.telegram.api", telegram::url);
        settings.add("support.telegram.poll-timeout", () -> "PT2S");
    }

    @AfterAll
    static void stop() {
        telegram.close();
        mails.stop();
    }

    @Test
    void aPhoneInThePanel() {
        try (Browser browser = Browser.open()) {
            Page customer = browser.person();
            customer.setViewportSize(390, 844);
            signInToPanel(customer, "romashka");
            customer.navigate(address("/panel/tickets/new?type=PROBLEM"));
            customer.locator("#service").selectOption("projects");
            customer.locator("#subject").fill("Не открывается доска");
            customer.locator("#description").fill("С утра пустая страница.");
            customer.locator("#steps").fill("Открыть доску");
            customer.locator("#expected").fill("Доска");
            customer.locator("#actual").fill("Пустая страница");
            customer.locator("form[data-form=new] button[type=submit]").click();
            String ticket = customer.locator(".number").innerText();

            escalate(browser, ticket);
            assertThat(customer.locator("#conversation")).containsText("Ваше обращение " + ticket + " передано");
            fix(browser, ticket, "Доска снова открывается.");

            assertThat(customer.locator("#conversation")).containsText("Доска снова открывается.");
            assertThat(customer.locator(".state")).hasText("Закрыто");
        }
    }

    @Test
    void aMailProgram() throws Exception {
        send(new MimeMessage(mails.getSmtp().createSession()), "Export fails", "The export of Docs stops half way.");
        MimeMessage acknowledgement = mailToAcme("received your request").orElseThrow();
        String ticket = acknowledgement.getSubject().replaceAll(".*\\[(SD-[0-9-]+)].*", "$1");

        try (Browser browser = Browser.open()) {
            escalate(browser, ticket);
            MimeMessage moved = mailToAcme("control panel").orElseThrow();
            assertThat(moved.getHeader("References", " ")).contains(acknowledgement.getMessageID());

            MimeMessage reply = (MimeMessage) moved.reply(false);
            send(reply, reply.getSubject(), "Any news?\n\nOn Monday Dashboard Support wrote:\n> Your request");
            mailToAcme("Please reply").orElseThrow();
            fix(browser, ticket, "The export works again.");
            mailToAcme("solved").orElseThrow();

            Page customer = browser.person();
            signInToPanel(customer, "acme");
            customer.navigate(address("/panel/tickets/" + ticket));
            assertThat(customer.locator("#conversation"))
                    .containsText(Pattern.compile("stops half way.*Any news\\?", Pattern.DOTALL));
            assertThat(customer.locator(".outside")).isVisible();
            assertThat(customer.locator("details summary")).isVisible();
            assertThat(customer.locator("#conversation")).containsText("The export works again.");
        }
    }

    @Test
    void aChat() {
        try (Browser browser = Browser.open()) {
            Page customer = browser.person();
            signInToPanel(customer, "romashka");
            customer.navigate(address("/panel/preferences"));
            customer.locator("form[action*=chat-code] button").click();
            String code = customer.locator(".code").innerText();

            say("/start " + code, "привязан");
            press("Новое обращение", "тип");
            press("Вопрос", "сервис");
            press("Docs", "Тема");
            say("Как поделиться документом?", "подробно");
            say("Не нахожу кнопку.", "Приложите");
            press("Готово", "Проверьте");
            telegram.press(CHAT, "Отправить");
            String ticket = heard("зарегистрировано").replaceAll("(?s).*?(SD-\\d{4}-\\d{6}).*", "$1");

            TasklistPage anna = new TasklistPage(browser.person(), address(""));
            anna.signIn("anna");
            anna.take(ticket);
            anna.reply("Сейчас посмотрим.");
            heard("Сейчас посмотрим.");
            anna.choose("Ответить и закрыть");
            anna.input("text").fill("Кнопка «Поделиться» справа вверху.");
            anna.complete();
            anna.waitUntilCompleted();
            heard("Кнопка «Поделиться» справа вверху.");

            customer.navigate(address("/panel/tickets/" + ticket));
            assertThat(customer.locator("#conversation")).containsText("Не нахожу кнопку.");
            assertThat(customer.locator("#conversation")).containsText("Кнопка «Поделиться» справа вверху.");
            customer.navigate(address("/panel/preferences"));
            customer.locator("form[action*=chat-removal] button").click();
        }
    }

    private void escalate(Browser browser, String ticket) {
        TasklistPage anna = new TasklistPage(browser.person(), address(""));
        anna.signIn("anna");
        anna.take(ticket);
        anna.choose("Передать на L2");
        anna.input("text").fill("Нужен разбор журналов.");
        anna.complete();
        anna.waitUntilCompleted();
    }

    private void fix(Browser browser, String ticket, String text) {
        TasklistPage boris = new TasklistPage(browser.person(), address(""));
        boris.signIn("boris");
        boris.take(ticket);
        boris.choose("Исправлено");
        boris.input("text").fill(text);
        boris.complete();
        boris.waitUntilCompleted();
    }

    private void signInToPanel(Page page, String customer) {
        page.navigate(address("/panel/sign-in"));
        page.fill("#username", customer);
        page.fill("#password", "demo");
        page.locator("form[action='/panel/sign-in'] button").click();
        assertThat(page.locator(".sections")).isVisible();
    }

    private void send(MimeMessage mail, String subject, String text) throws MessagingException {
        mail.setFrom(new InternetAddress(ACME));
        mail.setRecipients(Message.RecipientType.TO, DESK);
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setText(text, StandardCharsets.UTF_8.name());
        mail.saveChanges();
        try (Transport program = mails.getSmtp().createSession().getTransport("smtp")) {
            program.connect("127.0.0.1", mails.getSmtp().getPort(), null, null);
            program.sendMessage(mail, mail.getAllRecipients());
        }
    }

    /** The newest mail in Acme's mailbox with that in its subject. */
    private Optional<MimeMessage> mailToAcme(String words) {
        try {
            await().atMost(SOON).until(() -> found(words).isPresent());
            return found(words);
        } catch (ConditionTimeoutException none) {
            return Optional.empty();
        }
    }

    private Optional<MimeMessage> found(String words) {
        return Arrays.stream(mails.getReceivedMessagesForDomain("customers.example"))
                .filter(mail -> subject(mail).contains(words))
                .reduce((earlier, later) -> later);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void say(String text, String answer) {
        telegram.say(CHAT, text);
        heard(answer);
    }

    private void press(String button, String answer) {
        telegram.press(CHAT, button);
        heard(answer);
    }

    /** Waits until that is said in the chat, and returns it. */
    private String heard(String words) {
        await().atMost(SOON)
                .until(() -> telegram.transcript(CHAT).stream()
                        .anyMatch(said -> said.text().contains(words)));
        return telegram.transcript(CHAT).stream()
                .map(FakeTelegram.Sent::text)
                .filter(text -> text.contains(words))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
