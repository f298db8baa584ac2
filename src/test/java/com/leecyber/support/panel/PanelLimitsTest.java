package com.leecyber.support.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import com.leecyber.support.OwnEngine;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.panel.Guest.Form;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Who sends too much is told how long to wait, and gets back what was typed. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "support.changes.move-running=false",
            "support.notifications.sender.enabled=false",
            "support.panel.limits.tickets=2",
            "support.panel.limits.messages=1",
            "support.panel.limits.files=1",
            "support.panel.limits.posts=12"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@Import(MovableClock.Configuration.class)
@ExtendWith(OwnEngine.class)
class PanelLimitsTest {

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Test
    void theNextOneHasToWait() {
        Guest guest = Guest.signedIn(port, "romashka");
        String number = guest.registered();
        guest.registered();

        HttpResponse<String> third = guest.register(Form.problem().with("subject", "Третье"));
        assertRefused(third, "Третье", "Подождите 30 мин");
        guest.send(Guest.at(number) + "/messages", Form.reply("Первое"));
        assertRefused(guest.send(Guest.at(number) + "/messages", Form.reply("Второе")), "Второе", "Подождите 60 мин");
        Guest.number(Guest.signedIn(port, "acme").register(Form.problem()));

        clock.advance(Duration.ofHours(1));
        String fourth = Guest.number(guest.register(Form.problem().file("a.log", new byte[] {'a'})));
        assertRefused(
                guest.register(Form.problem().with("subject", "С файлом").file("b.log", new byte[] {'b'})),
                "С файлом",
                "Подождите 60 мин");
        HttpResponse<String> last;
        do {
            last = guest.press("/panel/preferences/chat-code");
        } while (last.statusCode() == 302);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("Слишком часто");
        assertRefused(guest.send(Guest.at(fourth) + "/messages", Form.reply("Ещё")), "Ещё", "Подождите 5 мин");
    }

    private static void assertRefused(HttpResponse<String> answer, String typed, String wait) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains(typed, wait, "role=\"alert\"");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
