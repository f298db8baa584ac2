package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.database.TestDatabase;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** R6.2: operations declare emergency works in Tasklist, do them, and say what was done. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"support.notifications.shift-lead=lead@desk.example", "support.notifications.sender.enabled=false"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@ExtendWith(OwnEngine.class)
class EmergencyWalkTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Test
    void aVulnerabilityIsDeclaredClosedAndTold() {
        try (Browser browser = Browser.open()) {
            Page page = browser.person();
            TasklistPage tasklist = new TasklistPage(page, "http://localhost:" + port);
            try {
                tasklist.signIn("oleg");
                declares(page, tasklist);
                String number = database.sql("select number from works where vulnerability = 'Утечка ключей'")
                        .query(String.class)
                        .single();
                reports(page, tasklist, number);
                assertThat(database.sql("select state || ' ' || array_to_string(services, ',') || ' ' || text_en"
                                        + " from works where number = ?")
                                .param(number)
                                .query(String.class)
                                .single())
                        .isEqualTo("OVER docs The keys were replaced.");
            } catch (RuntimeException | AssertionError failed) {
                tasklist.picture(Path.of("target", "browser-walk", "emergency.png"));
                throw failed;
            }
        }
    }

    private static void declares(Page page, TasklistPage tasklist) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-dialog")
                .getByText("Аварийные работы", new Locator.GetByTextOptions().setExact(true))
                .click();
        tasklist.choose("Уязвимость");
        tasklist.input("vulnerability").fill("Утечка ключей");
        tasklist.input("from").fill(anHourAgo());
        box(page, "docs").check();
        tasklist.picture(Path.of("target", "browser-walk", "emergency-declared.png"));
        assertThat(page.locator("[data-works-card]")).containsText("когда они закончены (пункт 6.2)");
        assertThat(page.locator("[data-works-card]")).not().containsText("пункт 6.1");
        starts(page).click();
        assertThat(tasklist.complaintAt("from")).containsText("не раньше обнаружения");
        assertThat(tasklist.input("vulnerability")).hasValue("Утечка ключей");

        tasklist.input("from").fill("");
        starts(page).click();
        assertThat(page.locator(".modal-dialog")).hasCount(0);
    }

    private static void reports(Page page, TasklistPage tasklist, String number) {
        page.locator(".tasks-list .task h4 a")
                .filter(new Locator.FilterOptions().setHasText(number))
                .click();
        page.locator("[cam-tasklist-task-meta] .claim").click();
        assertThat(page.locator(".desk-decision")).isEnabled();
        assertThat(page.locator("[data-works-card]")).containsText("Утечка ключей");
        assertThat(box(page, "docs")).isChecked();
        tasklist.input("textRu").fill("Ключи заменены.");
        tasklist.input("textEn").fill("The keys were replaced.");
        page.getByLabel("Какое-то время они были недоступны").check();
        tasklist.picture(Path.of("target", "browser-walk", "emergency-performed.png"));
        tasklist.complete();
        assertThat(tasklist.complaintAt("from")).isVisible();
        page.getByLabel("Какое-то время они были недоступны").uncheck();
        tasklist.complete();
        tasklist.waitUntilCompleted();
    }

    private static Locator starts(Page page) {
        return page.locator(".modal-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Запустить"));
    }

    private static Locator box(Page page, String service) {
        return page.locator(".desk-checks input[value=" + service + "]");
    }

    private static String anHourAgo() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                .format(LocalDateTime.now(ZoneOffset.UTC).minusHours(1));
    }
}
