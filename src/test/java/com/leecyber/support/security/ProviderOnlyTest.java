package com.leecyber.support.security;

import static com.leecyber.support.security.Colleague.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.MovableClock;
import com.leecyber.support.OwnEngine;
import com.leecyber.support.Visitor;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.security.OidcDeskTest.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Where passwords are switched off, none opens anything. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "support.notifications.sender.enabled=false",
            "support.sign-in.password=false",
            "support.sign-in.oidc.teams.l1=/desk/first"
        })
@ContextConfiguration(initializers = {TestDatabase.class, Providers.class})
@ActiveProfiles("demo")
@Import(MovableClock.Configuration.class)
@ExtendWith(OwnEngine.class)
class ProviderOnlyTest {

    @LocalServerPort
    int port;

    @Autowired
    StaffAuthentication passwords;

    @Test
    void thePageAsksForNoPassword() {
        assertThat(Visitor.anonymous(port).get("/sign-in").body())
                .contains("/oauth2/authorization/corporate")
                .doesNotContain("<form", "password");
    }

    @Test
    void aPasswordSentAnywayOpensNothing() {
        Visitor visitor = Visitor.anonymous(port);

        assertThat(visitor.form("/sign-in", "username", "admin", "password", "demo")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(visitor.get("/desk/tasks/none/card").statusCode()).isEqualTo(401);
        assertThatThrownBy(() ->
                        passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("admin", "demo")))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void theProvidersPeopleSignIn() {
        Providers.CORPORATE.serves(port, "corporate");
        Providers.CORPORATE.has("anna.k", "/desk/first");

        Visitor agent = Colleague.signedIn(port, "corporate", "anna.k");

        assertThat(location(agent.get("/"))).isEqualTo("/camunda/app/tasklist/default/");
    }
}
