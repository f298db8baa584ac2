package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.customer.Customers;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.Tickets;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Case 23: the panel in a real browser, on a phone, without scripts, by keyboard alone, in both languages. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"support.notifications.sender.enabled=false", "camunda.bpm.job-execution.enabled=false"})
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@ExtendWith(OwnEngine.class)
class PanelWalkTest {

    private static final int PHONE = 360;
    private static final Pattern TICKET = Pattern.compile(".*/panel/tickets/SD-\\d{4}-\\d+");
    private static final FilePayload LOG =
            new FilePayload("журнал.txt", "text/plain", "ошибка 500".getBytes(StandardCharsets.UTF_8));

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Customers customers;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Conversation conversation;

    @Autowired
    private TicketLifecycle lifecycle;

    private Page page;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    /** What stood on the screen in the end says more than a message. */
    @AfterEach
    void keepThePicture(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName() + "-"
                + test.getDisplayName().replaceAll("\\W+", "-");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "panel-walk", name + ".png"))
                .setFullPage(true));
        page.context().close();
    }

    @Test
    void aProblemWithAFileIsRegisteredOnAPhoneAndNothingIsLostOnTheWay() {
        page = person(PHONE, "ru-RU", true);
        signIn("romashka");
        page.getByText("Новое обращение").click();
        page.getByText("Проблема", new Page.GetByTextOptions().setExact(true)).click();

        page.locator("#files").setInputFiles(LOG);
        page.locator("#subject").fill("Не открывается доска");
        page.locator("#description").fill("С утра пустая страница");
        send();

        Locator summary = page.locator("[data-summary]");
        assertThat(summary).isFocused();
        assertThat(summary.locator("a")).hasCount(4);
        assertThat(page.locator("#subject")).hasValue("Не открывается доска");
        assertThat(page.locator("#description")).hasValue("С утра пустая страница");
        assertThat(page.locator(".kept")).containsText("журнал.txt");
        summary.locator("a[href='#steps']").click();
        assertThat(page.locator("#steps")).isFocused();
        fitsTheScreen();

        page.locator("#service").selectOption("projects");
        page.locator("#steps").fill("Открыть Projects");
        page.locator("#expected").fill("Доска");
        page.locator("#actual").fill("Пусто");
        send();

        page.waitForURL(TICKET);
        assertThat(page.locator(".notice.good")).containsText("зарегистрировано");
        assertThat(page.locator("#conversation")).containsText("журнал.txt");
        fitsTheScreen();
        assertThat(attachments.of(shown())).extracting(Attachment::name).containsExactly("журнал.txt");
    }

    @Test
    void anAnswerAppearsWhileTheCustomerIsTyping() {
        page = person(1280, "ru-RU", true);
        signIn("romashka");
        register("QUESTION");
        Ticket ticket = shown();
        page.locator("#text").fill("Я как раз пишу");

        conversation.agentWrites(ticket.number(), "Здравствуйте! Уже смотрим.");

        assertThat(page.locator("#conversation")).containsText("Уже смотрим.");
        assertThat(page.locator("#news")).hasText("Новое сообщение от службы поддержки.");
        assertThat(page.locator("#text")).hasValue("Я как раз пишу");

        lifecycle.withdraw(ticket.number());
        assertThat(page.locator("#facts .state")).hasText("Закрыто");
        assertThat(page.locator("#reply-head")).containsText("откроет новое обращение");
        assertThat(page.locator("#text")).hasValue("Я как раз пишу");
    }

    @Test
    void withoutScriptsEverythingWorksAsWell() {
        page = person(PHONE, "ru-RU", false);
        signIn("romashka");
        page.navigate(at("/panel/tickets/new"));
        page.getByText("Вопрос", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#steps")).isHidden();
        page.locator("#files").setInputFiles(LOG);
        page.locator("#subject").fill("Как поделиться?");
        send();
        assertThat(page.locator("#description-error")).isVisible();
        assertThat(page.locator("#subject")).hasValue("Как поделиться?");
        page.locator("#service").selectOption("docs");
        page.locator("#description").fill("Документом с коллегой");
        send();

        page.waitForURL(TICKET);
        Ticket ticket = shown();
        conversation.agentWrites(ticket.number(), "Кнопкой «Поделиться».");
        page.getByText("Обновить").click();
        assertThat(page.locator("#conversation")).containsText("Кнопкой «Поделиться».");
        page.locator("#text").fill("Спасибо!");
        page.locator(".reply button").click();
        assertThat(page.locator("#conversation")).containsText("Спасибо!");
        page.getByText("Отозвать обращение").click();
        page.getByText("Да, отозвать").click();

        assertThat(page.locator("#facts .state")).hasText("Закрыто");
        assertThat(attachments.of(ticket)).hasSize(1);
        assertThat(conversation.of(ticket)).extracting(Message::text).contains("Спасибо!");
    }

    @Test
    void theKeyboardIsEnough() {
        page = person(1280, "en-US", true);
        page.navigate(at("/panel"));
        reach("#username");
        page.keyboard().type("acme");
        reach("#password");
        page.keyboard().type("demo");
        page.keyboard().press("Enter");
        page.waitForURL("**/panel/tickets");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        reach(".heading .button");
        page.keyboard().press("Enter");
        page.waitForURL("**/panel/tickets/new");
        reach("a[data-type=LIMITS]");
        page.keyboard().press("Enter");
        page.waitForURL("**/panel/tickets/new?type=LIMITS");
        reach("#service");
        page.keyboard().press("ArrowDown");
        reach("#subject");
        page.keyboard().type("More space");
        reach("#description");
        page.keyboard().type("100 GB for the archive, please.");
        reach("form.card button[type=submit]");
        page.keyboard().press("Enter");

        page.waitForURL(TICKET);
        assertThat(page.locator("#facts")).containsText("More space");
        assertThat(shown().customerId())
                .isEqualTo(customers
                        .findByEmailIgnoreCase("acme@customers.example")
                        .orElseThrow()
                        .id());
    }

    @Test
    void anotherTypeChangesTheFormInPlaceAndADraftSurvivesALostSignIn() {
        page = person(1280, "ru-RU", true);
        signIn("romashka");
        page.navigate(at("/panel/tickets/new?type=QUESTION"));
        page.locator("#subject").fill("Черновик");
        page.locator("a[data-type=PROBLEM]").click();
        assertThat(page.locator("#steps")).isVisible();
        assertThat(page.locator("#subject")).hasValue("Черновик");
        page.locator("#steps").fill("Первый шаг");

        page.context().clearCookies();
        send();
        assertThat(page.locator("main")).containsText("Вход истёк");
        page.locator("#username").fill("romashka");
        page.locator("#password").fill("demo");
        page.locator("main button").click();

        assertThat(page.locator("#subject")).hasValue("Черновик");
        assertThat(page.locator("#steps")).hasValue("Первый шаг");
        assertThat(page).hasURL(Pattern.compile(".*type=PROBLEM"));
    }

    @ParameterizedTest
    @CsvSource({"romashka, ru, 360", "romashka, ru, 1280", "acme, en, 360", "acme, en, 1280", "expired, ru, 360"})
    void everyPageFitsAndSpeaksOneLanguage(String customer, String language, int width) {
        page = person(width, language, true);
        page.navigate(at("/panel/sign-in?lang=" + language));
        readsWell(language);
        page.navigate(at("/panel/sign-in?wrong"));
        readsWell(language);
        signIn(customer);
        readsWell(language);
        register("PROBLEM");
        readsWell(language);
        String ticket = page.url().replaceAll("\\?.*", "");
        for (String path : List.of(
                "/panel/tickets",
                "/panel/tickets?show=closed",
                "/panel/tickets?show=all",
                "/panel/tickets/new",
                "/panel/tickets/new?type=PROBLEM",
                "/panel/tickets/new?type=QUESTION",
                "/panel/preferences",
                "/panel/tickets/SD-2026-999999")) {
            page.navigate(at(path));
            readsWell(language);
        }
        page.navigate(ticket + "/withdrawal");
        readsWell(language);
        page.locator("main button").click();
        assertThat(page.locator(".notice.good").first()).isVisible();
        readsWell(language);
        page.navigate(at("/panel/preferences"));
        page.locator("form[action$=chat-code] button").click();
        assertThat(page.locator(".code")).isVisible();
        readsWell(language);
        page.navigate(at("/panel/tickets/new?type=PROBLEM"));
        send();
        assertThat(page.locator("[data-summary]")).isVisible();
        readsWell(language);
    }

    private static Page person(int width, String locale, boolean scripts) {
        return browser.person(new NewContextOptions()
                .setLocale(locale)
                .setViewportSize(width, 780)
                .setJavaScriptEnabled(scripts));
    }

    private void signIn(String customer) {
        page.navigate(at("/panel/sign-in"));
        page.locator("#username").fill(customer);
        page.locator("#password").fill("demo");
        page.locator("main button").click();
        page.waitForURL("**/panel/tickets");
    }

    private void register(String type) {
        page.navigate(at("/panel/tickets/new?type=" + type));
        page.locator("#service").selectOption("docs");
        page.locator("#subject").fill("subject".repeat(20));
        page.locator("#description").fill("description");
        if (type.equals("PROBLEM")) {
            page.locator("#steps").fill("steps");
            page.locator("#expected").fill("expected");
            page.locator("#actual").fill("https://example.com/" + "actual".repeat(30));
        }
        send();
        page.waitForURL(TICKET);
    }

    private void send() {
        page.locator("form.card button[type=submit]").click();
    }

    /** Goes on with the Tab key until something has the focus. */
    private void reach(String selector) {
        for (int step = 0; step < 40; step++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("The Tab key never comes to " + selector);
    }

    private void readsWell(String language) {
        fitsTheScreen();
        String text = page.locator("body").innerText();
        assertThat(text).as(page.url()).doesNotContain("??", "panel.", "{0}");
        assertThat(page.locator("html")).hasAttribute("lang", language);
        if (language.equals("en")) {
            assertThat(text.replace("Русский", "")).as(page.url()).doesNotContainPattern("[а-яА-ЯёЁ]");
        }
    }

    private void fitsTheScreen() {
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is wider than the screen", page.url())
                .isTrue();
    }

    private Ticket shown() {
        return tickets.get(page.url().replaceAll(".*/(SD-[0-9-]+).*", "$1"));
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
