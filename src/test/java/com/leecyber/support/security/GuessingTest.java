package com.leecyber.support.security;

import static com.leecyber.support.security.Colleague.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.Modeler;
import com.leecyber.support.MovableClock;
import com.leecyber.support.OwnEngine;
import com.leecyber.support.Visitor;
import com.leecyber.support.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Wrong passwords are counted by the address they really came from, through the form and through HTTP Basic alike. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "support.notifications.sender.enabled=false",
            "support.sign-in.failures=3",
            "server.forward-headers-strategy=none"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@Import(MovableClock.Configuration.class)
@ExtendWith(OwnEngine.class)
class GuessingTest {

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void letTheWindowPass() {
        clock.advance(Duration.ofMinutes(6));
    }

    @Test
    void basicWorksWithTheSamePeople() {
        assertThat(basic("olga", "demo")).isEqualTo(200);
        assertThat(basic("boris", "demo")).isEqualTo(403);
        assertThat(basic("olga", "wrong")).isEqualTo(401);
    }

    @Test
    void whoGuessesThroughBasicWaitsAtTheFormToo() {
        for (int guess = 0; guess < 3; guess++) {
            assertThat(basic("olga", "guess" + guess)).isEqualTo(401);
        }

        assertThat(basic("olga", "demo")).isEqualTo(401);
        assertThat(location(Visitor.anonymous(port).signIn("olga", "demo"))).isEqualTo("/sign-in?wait");

        clock.advance(Duration.ofMinutes(6));
        assertThat(basic("olga", "demo")).isEqualTo(200);
    }

    @Test
    void whoGuessesAtTheFormWaitsForBasicToo() {
        for (int guess = 0; guess < 3; guess++) {
            Visitor.anonymous(port).signIn("olga", "guess" + guess);
        }

        assertThat(basic("olga", "demo")).isEqualTo(401);
    }

    @Test
    void aClaimedAddressIsNotBelieved() {
        for (int guess = 0; guess < 3; guess++) {
            Visitor liar = claiming("203.0.113." + guess);
            assertThat(location(liar.signIn("olga", "guess" + guess))).isEqualTo("/sign-in?wrong");
        }

        assertThat(location(claiming("203.0.113.77").signIn("olga", "demo"))).isEqualTo("/sign-in?wait");
    }

    private Visitor claiming(String address) {
        return Visitor.anonymous(port)
                .with("X-Forwarded-For", address)
                .with("Forwarded", "for=" + address)
                .with("X-Real-IP", address);
    }

    private int basic(String user, String password) {
        return Modeler.signedIn(port, user, password).version().statusCode();
    }
}
