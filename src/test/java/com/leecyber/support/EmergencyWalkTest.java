package com.leecyber.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.database.TestDatabase;
import com.microsoft.playwright.Page;
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

    private static final Path PICTURES = Path.of("target", "browser-walk");

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
                declares(tasklist);
                String number = tasklist.firstTask("Провести аварийные работы").split(" ")[0];
                reports(page, tasklist, number);
                assertThat(database.sql("select state || ' ' || array_to_string(services, ',') || ' ' || text_en"
                                        + " from works where number = ?")
                                .param(number)
                                .query(String.class)
                                .single())
                        .isEqualTo("OVER docs The keys were replaced.");
            } catch (RuntimeException | AssertionError failed) {
                tasklist.picture(PICTURES.resolve("emergency-failed.png"));
                throw failed;
            }
        }
    }

    private static void declares(TasklistPage tasklist) {
        tasklist.startProcess("Аварийные работы");
        assertThat(tasklist.worksCard()).containsText("когда они закончены (пункт 6.2)");
        assertThat(tasklist.worksCard()).not().containsText("пункт 6.1");
        tasklist.choose("Уязвимость");
        tasklist.input("vulnerability").fill("Утечка ключей");
        tasklist.input("from").fill(anHourAgo());
        tasklist.tick("Docs");
        tasklist.picture(PICTURES.resolve("emergency-declared.png"));
        tasklist.start();
        assertThat(tasklist.complaintAt("from")).containsText("не раньше обнаружения");
        assertThat(tasklist.input("vulnerability")).hasValue("Утечка ключей");

        tasklist.input("from").fill("");
        tasklist.start();
    }

    private static void reports(Page page, TasklistPage tasklist, String number) {
        tasklist.takeWorks(number);
        assertThat(tasklist.worksCard()).containsText("Утечка ключей");
        assertThat(page.getByLabel("Docs")).isChecked();
        assertThat(page.getByLabel("API")).not().isChecked();
        tasklist.input("textRu").fill("Ключи заменены.");
        tasklist.input("textEn").fill("The keys were replaced.");
        tasklist.tick("Какое-то время они были недоступны");
        tasklist.picture(PICTURES.resolve("emergency-performed.png"));
        tasklist.complete();
        assertThat(tasklist.complaintAt("from")).isVisible();
        page.getByLabel("Какое-то время они были недоступны").uncheck();
        tasklist.complete();
        tasklist.waitUntilCompleted();
    }

    private static String anHourAgo() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                .format(LocalDateTime.now(ZoneOffset.UTC).minusHours(1));
    }
}
