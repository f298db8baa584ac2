package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.leecyber.support.database.TestDatabase;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Operations plan works in a real browser, a lead approves them, and everybody can read of them (R6.1). */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@ExtendWith(OwnEngine.class)
class WorksWalkTest {

    private static final Path PICTURES = Path.of("target", "browser-walk");

    @LocalServerPort
    private int port;

    @Test
    void worksArePlannedApprovedAnnouncedAndReadOfByEverybody() {
        try (Browser browser = Browser.open()) {
            plansAfterARefusal(browser.person());
            String number = approves(browser.person());
            followsTheAnnouncement(browser.person(), number);
            readOnTheStatusPage(browser, number);
            readAboveThePanel(browser.person());
        }
    }

    /** By anybody, on any screen, in both languages; nobody is named. */
    private void readOnTheStatusPage(Browser browser, String number) {
        for (int width : new int[] {360, 1280}) {
            for (String language : new String[] {"ru", "en"}) {
                Page page = browser.person(new NewContextOptions().setViewportSize(width, 900));
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> complaints.add(message.text()));
                page.navigate("http://localhost:" + port + "/status?lang=" + language);
                assertThat(page.locator("article")).containsText(number);
                assertThat(page.locator("article"))
                        .containsText(language.equals("ru") ? "Обновим хранилище." : "We update the storage.");
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve("status-" + width + "-" + language + ".png")));
                assertFalse((boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"));
                assertFalse(page.content().contains("Ромашка") || page.content().contains("oleg"));
                assertEquals(List.of(), complaints);
            }
        }
    }

    private void readAboveThePanel(Page page) {
        page.navigate("http://localhost:" + port + "/panel/sign-in");
        page.locator("#username").fill("romashka");
        page.locator("#password").fill("demo");
        page.locator("main button").click();
        assertThat(page.locator(".banner")).containsText("Обновим хранилище.");
        page.locator(".banner a").click();
        assertThat(page.locator("h1")).hasText("Состояние Платформы");
    }

    private void plansAfterARefusal(Page page) {
        TasklistPage tasklist = new TasklistPage(page, "http://localhost:" + port);
        try {
            tasklist.signIn("oleg");
            assertThat(page.locator(".desk-link")).hasText(new String[] {"Инциденты", "Работы"});
            assertEquals(
                    page.locator(".start-process-action a").first().boundingBox().y,
                    page.locator(".desk-link").last().boundingBox().y,
                    10,
                    "the header is one line");
            tasklist.startProcess("Плановые работы");
            assertThat(tasklist.worksCard()).containsText("Начать можно не раньше");
            assertThat(tasklist.worksCard()).containsText("Часы наименьшей нагрузки");
            tasklist.picture(PICTURES.resolve("works-plan.png"));

            LocalDateTime soon = LocalDateTime.now().plusHours(11).truncatedTo(ChronoUnit.MINUTES);
            tasklist.tick("Docs");
            fill(tasklist, soon);
            tasklist.input("offPeakReason").fill("Подрядчик работает только днём.");
            tasklist.start();
            assertThat(tasklist.complaintAt("from")).containsText("начинать нельзя");
            assertThat(page.getByText("Не удалось запустить процесс")).hasCount(0);
            assertThat(tasklist.input("textRu")).hasValue("Обновим хранилище.");
            tasklist.picture(PICTURES.resolve("works-refused.png"));

            fill(tasklist, soon.plusHours(25));
            tasklist.start();
            assertThat(page.locator(".modal-content")).hasCount(0);
        } catch (RuntimeException | AssertionError failed) {
            tasklist.picture(PICTURES.resolve("works-failed.png"));
            throw failed;
        }
    }

    private static void fill(TasklistPage tasklist, LocalDateTime from) {
        tasklist.input("from").fill(from.toString());
        tasklist.input("to").fill(from.plusHours(1).toString());
        tasklist.input("textRu").fill("Обновим хранилище.");
        tasklist.input("textEn").fill("We update the storage.");
    }

    private String approves(Page page) {
        TasklistPage tasklist = new TasklistPage(page, "http://localhost:" + port);
        try {
            tasklist.signIn("vera");
            tasklist.filter("Руководитель смены").click();
            String number = tasklist.firstTask("Согласовать работы").split(" ")[0];
            tasklist.takeWorks(number);
            assertThat(tasklist.worksCard()).containsText("Docs");
            tasklist.picture(PICTURES.resolve("works-approval.png"));
            tasklist.choose("Согласовать и объявить");
            tasklist.complete();
            tasklist.waitUntilCompleted();
            return number;
        } catch (RuntimeException | AssertionError failed) {
            tasklist.picture(PICTURES.resolve("works-failed.png"));
            throw failed;
        }
    }

    private void followsTheAnnouncement(Page page, String number) {
        TasklistPage tasklist = new TasklistPage(page, "http://localhost:" + port);
        try {
            tasklist.signIn("oleg");
            tasklist.takeWorks(number);
            assertThat(tasklist.worksCard()).containsText("Извещены все.");
            tasklist.choose("Перенести или изменить работы");
            assertThat(tasklist.input("textRu")).hasValue("Обновим хранилище.");
            tasklist.picture(PICTURES.resolve("works-followed.png"));
            page.navigate("http://localhost:" + port + "/works/" + number);
            assertThat(page.locator("main")).containsText("Объявление");
            tasklist.picture(PICTURES.resolve("works-page.png"));
        } catch (RuntimeException | AssertionError failed) {
            tasklist.picture(PICTURES.resolve("works-failed.png"));
            throw failed;
        }
    }
}
