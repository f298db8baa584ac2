package com.leecyber.support.security;

import static com.leecyber.support.security.Colleague.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import com.leecyber.support.OwnEngine;
import com.leecyber.support.Visitor;
import com.leecyber.support.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
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
@Import({MovableClock.Configuration.class, GuessingTest.WithBasic.class})
@ExtendWith(OwnEngine.class)
class GuessingTest {

    private static final String BASIC = "/tests/basic";

    /** Nothing of the desk takes HTTP Basic yet; this is how a chain that does has to look. */
    @TestConfiguration(proxyBeanMethods = false)
    static class WithBasic {

        @Bean
        @Order(-1)
        SecurityFilterChain basic(HttpSecurity http) throws Exception {
            return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(BASIC))
                    .csrf(AbstractHttpConfigurer::disable)
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("L1"))
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }
    }

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
        assertThat(basic("anna", "demo")).isEqualTo(404);
        assertThat(basic("boris", "demo")).isEqualTo(403);
        assertThat(basic("anna", "wrong")).isEqualTo(401);
    }

    @Test
    void whoGuessesThroughBasicWaitsAtTheFormToo() {
        for (int guess = 0; guess < 3; guess++) {
            assertThat(basic("anna", "guess" + guess)).isEqualTo(401);
        }

        assertThat(basic("anna", "demo")).isEqualTo(401);
        assertThat(location(Visitor.anonymous(port).signIn("anna", "demo"))).isEqualTo("/sign-in?wait");

        clock.advance(Duration.ofMinutes(6));
        assertThat(basic("anna", "demo")).isEqualTo(404);
    }

    @Test
    void whoGuessesAtTheFormWaitsForBasicToo() {
        for (int guess = 0; guess < 3; guess++) {
            Visitor.anonymous(port).signIn("anna", "guess" + guess);
        }

        assertThat(basic("anna", "demo")).isEqualTo(401);
    }

    @Test
    void aClaimedAddressIsNotBelieved() {
        for (int guess = 0; guess < 3; guess++) {
            Visitor liar = claiming("203.0.113." + guess);
            assertThat(location(liar.signIn("anna", "guess" + guess))).isEqualTo("/sign-in?wrong");
        }

        assertThat(location(claiming("203.0.113.77").signIn("anna", "demo"))).isEqualTo("/sign-in?wait");
    }

    private Visitor claiming(String address) {
        return Visitor.anonymous(port)
                .with("X-Forwarded-For", address)
                .with("Forwarded", "for=" + address)
                .with("X-Real-IP", address);
    }

    private int basic(String user, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return Visitor.anonymous(port)
                .get(BASIC, "Authorization", "Basic " + credentials)
                .statusCode();
    }
}
