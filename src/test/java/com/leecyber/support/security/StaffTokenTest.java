package com.leecyber.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.Modeler;
import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.security.OidcDeskTest.Providers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** A token in somebody's name is them at this moment: with their roles, and nobody once they are locked out. */
@OidcDeskTest
class StaffTokenTest {

    private static final Duration DAYS_90 = Duration.ofDays(90);

    private final TestProvider provider = Providers.CORPORATE;

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    StandingCheck check;

    @Autowired
    IdentityService identities;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void somebodyInTwoWays() {
        provider.serves(port, "corporate");
        provider.has("p.petrova", "/desk/owners");
        User local = identities.newUser("owner");
        local.setPassword("demo");
        identities.saveUser(local);
        identities.createMembership("owner", "process-owner");
    }

    @AfterEach
    void leaveNobody() {
        identities.deleteUser("owner");
        identities.deleteUser("p.petrova");
        identities.deleteUser("signs.out");
        tokens.revoke("modeler");
    }

    @Test
    void isThePersonWithTheRolesOfTheMoment() throws Exception {
        String token = tokens.createFor("owner", "modeler", DAYS_90);

        assertThat(caller(token)).hasValueSatisfying(owner -> {
            assertThat(owner.getName()).isEqualTo("owner");
            assertThat(owner.getAuthorities()).extracting("authority").containsExactly("ROLE_PROCESS_OWNER");
        });

        identities.deleteMembership("owner", "process-owner");
        assertThat(caller(token)).isEmpty();
        identities.createMembership("owner", "l1");
        assertThat(caller(token))
                .hasValueSatisfying(agent -> assertThat(agent.getAuthorities())
                        .extracting("authority")
                        .containsExactly("ROLE_L1"));
        identities.deleteUser("owner");
        assertThat(caller(token)).isEmpty();
    }

    @Test
    void opensModelersDeployDialogAndNothingElse() {
        String token = tokens.createFor("owner", "modeler", DAYS_90);

        assertThat(Modeler.withToken(port, token).checkConnection().statusCode())
                .isEqualTo(200);
        assertThat(Visitor.withToken(port, token).get("/changes").statusCode()).isEqualTo(302);
        assertThat(Visitor.withToken(port, token).get("/api/v1/tickets").statusCode())
                .isEqualTo(403);
        identities.deleteMembership("owner", "process-owner");
        assertThat(Modeler.withToken(port, token).checkConnection().statusCode())
                .isEqualTo(401);
    }

    @Test
    void endsByRevocationAndByAge() throws Exception {
        String revoked = tokens.createFor("owner", "modeler", DAYS_90);
        tokens.revoke("modeler");
        assertThat(caller(revoked)).isEmpty();

        String old = tokens.createFor("owner", "modeler", Duration.ofMinutes(2));
        clock.advance(Duration.ofMinutes(1));
        assertThat(caller(old)).isPresent();
        clock.advance(Duration.ofMinutes(1));
        assertThat(caller(old)).isEmpty();
    }

    @Test
    void ofAProvidersPersonWorksWhileTheyAreSignedInAndEndsWithThem() throws Exception {
        Visitor browser = Colleague.signedIn(port, "corporate", "p.petrova");
        String token = tokens.createFor("p.petrova", "modeler", DAYS_90);
        assertThat(caller(token)).isPresent();
        clock.advance(Duration.ofMinutes(1));
        assertThat(caller(token)).isPresent();

        provider.locksOut("p.petrova");
        clock.advance(Duration.ofMinutes(1));

        assertThat(caller(token)).isEmpty();
        assertThat(browser.get("/desk/tasks/none/card").statusCode()).isEqualTo(401);
    }

    @Test
    void ofAProvidersPersonHasTheProvidersGroupsAndSoHasTheSession() throws Exception {
        Visitor browser = Colleague.signedIn(port, "corporate", "p.petrova");
        String token = tokens.createFor("p.petrova", "modeler", DAYS_90);
        provider.has("p.petrova", "/desk/first");
        clock.advance(Duration.ofMinutes(1));

        assertThat(caller(token))
                .hasValueSatisfying(agent -> assertThat(agent.getAuthorities())
                        .extracting("authority")
                        .containsExactly("ROLE_L1"));
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void ofAProvidersPersonWhoSignedOutIsRefused() throws Exception {
        provider.has("signs.out", "/desk/owners");
        Visitor browser = Colleague.signedIn(port, "corporate", "signs.out");
        String token = tokens.createFor("signs.out", "modeler", DAYS_90);
        assertThat(caller(token)).isPresent();

        browser.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(caller(token)).isEmpty();
    }

    @Test
    void opensNothingElse() {
        String token = tokens.createFor("owner", "modeler", DAYS_90);
        Visitor program = Visitor.withToken(port, token);

        assertThat(program.get("/api/v1/tickets").statusCode()).isEqualTo(403);
        assertThat(program.post("/api/v1/releases", "{\"version\": \"1\"}").statusCode())
                .isEqualTo(403);
        assertThat(program.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(program.get("/desk/tasks/none/card").statusCode()).isEqualTo(401);
    }

    @Test
    void aMachinesTokenIsNobody() throws Exception {
        String machine = tokens.create("modeler", ApiRole.RELEASES, null, null);

        assertThat(caller(machine)).isEmpty();
        assertThat(caller("sd_" + "x".repeat(43))).isEmpty();
    }

    private Optional<Authentication> caller(String token) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", "Bearer " + token);
        AtomicReference<Authentication> caller = new AtomicReference<>();
        FilterChain behind = (passed, answer) ->
                caller.set(SecurityContextHolder.getContext().getAuthentication());
        try {
            new StaffTokenFilter(tokens, check).doFilter(request, new MockHttpServletResponse(), behind);
        } finally {
            SecurityContextHolder.clearContext();
        }
        return Optional.ofNullable(caller.get());
    }
}
