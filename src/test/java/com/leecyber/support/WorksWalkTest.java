package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.leecyber.support.database.TestDatabase;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Operations plan works in a real browser, a lead approves them, and operations see that customers are told (R6.1). */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@ExtendWith(OwnEngine.class)
class WorksWalkTest {

    private static final Path PICTURES = Path.of("target", "browser-walk");

    @LocalServerPort
    private int port;

    @Test
    void worksArePlannedApprovedAnnouncedAndMoved() {
        try (Browser browser = Browser.open()) {
            plansAfterARefusal(browser.person());
            String number = approves(browser.person());
            movesWhatWasAnnounced(browser.person(), number);
        }
    }

    private void plansAfterARefusal(Page page) {
        TasklistPage tasklist = new TasklistPage(page, "http://localhost:" + port);
        try {
            tasklist.signIn("oleg");
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

    private void movesWhatWasAnnounced(Page page, String number) {
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
