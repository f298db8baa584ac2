package com.leecyber.support.security;

import static com.leecyber.support.security.Colleague.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.security.OidcDeskTest.Providers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever is locked out is out within a minute, with an open page as well, and whoever changes teams has other rights. */
@OidcDeskTest
class StandingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=5";
    private static final String DEFINITIONS = "/camunda/api/engine/engine/default/process-definition?maxResults=5";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String ADMIN = "/camunda/app/admin/default/";

    private final TestProvider provider = Providers.CORPORATE;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    IdentityService identities;

    @BeforeEach
    void somebodyInTwoWays() {
        provider.serves(port, "corporate");
        provider.has("anna.k", "/desk/first");
        User local = identities.newUser("temporary");
        local.setPassword("demo");
        identities.saveUser(local);
        identities.createMembership("temporary", "l1");
    }

    @AfterEach
    void leaveNobody() {
        provider.isDown(false);
        for (String user : List.of("temporary", "anna.k", "contractor")) {
            identities.deleteUser(user);
        }
    }

    @Test
    void aDeletedUserIsOut() {
        Visitor agent = Visitor.signedIn(port, "temporary");
        identities.deleteUser("temporary");

        clock.advance(MINUTE);

        assertOut(agent);
    }

    @Test
    void aUserWithoutAGroupIsOutAndIsToldSo() {
        Visitor agent = Visitor.signedIn(port, "temporary");
        identities.deleteMembership("temporary", "l1");

        clock.advance(MINUTE);

        assertOut(agent);
        assertThat(location(Visitor.anonymous(port).signIn("temporary", "demo")))
                .isEqualTo("/sign-in?no_team");
    }

    @Test
    void anotherPasswordEndsWhatTheFormerOneBegan() {
        Visitor agent = Visitor.signedIn(port, "temporary");
        User user = identities.createUserQuery().userId("temporary").singleResult();
        user.setPassword("another");
        identities.saveUser(user);

        clock.advance(MINUTE);

        assertOut(agent);
    }

    @Test
    void aUserWhoWasMadeAnewIsSomebodyElse() {
        Visitor agent = Visitor.signedIn(port, "temporary");
        identities.deleteUser("temporary");
        User namesake = identities.newUser("temporary");
        namesake.setPassword("demo");
        identities.saveUser(namesake);
        identities.createMembership("temporary", "camunda-admin");

        clock.advance(MINUTE);

        assertOut(agent);
    }

    @Test
    void aLocalUsersRolesFollowTheirGroups() {
        Visitor agent = Visitor.signedIn(port, "temporary");
        assertThat(agent.get(COCKPIT).statusCode()).isEqualTo(403);
        identities.deleteMembership("temporary", "l1");
        identities.createMembership("temporary", "process-owner");

        clock.advance(MINUTE);

        assertThat(agent.get(COCKPIT).statusCode()).isEqualTo(200);
        assertThat(agent.get(TASKLIST).statusCode()).isEqualTo(403);
        assertThat(agent.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"cockpit\"")
                .doesNotContain("\"tasklist\"");
    }

    @Test
    void whoeverMayStayNoticesNothing() {
        Visitor local = Visitor.signedIn(port, "temporary");
        Visitor person = Colleague.signedIn(port, "corporate", "anna.k");

        for (int minute = 0; minute < 5; minute++) {
            clock.advance(MINUTE);
            assertThat(local.get(TASKS).statusCode()).isEqualTo(200);
            assertThat(person.get(TASKS).statusCode()).isEqualTo(200);
            assertThat(person.get(TASKLIST).statusCode()).isEqualTo(200);
        }
        assertThat(person.post("/camunda/api/engine/engine/default/task?maxResults=5", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whomTheProviderLocksOutIsOut() {
        Visitor agent = Colleague.signedIn(port, "corporate", "anna.k");
        provider.locksOut("anna.k");

        clock.advance(MINUTE);

        assertOut(agent);
        provider.has("anna.k", "/desk/first");
        assertOut(agent);
    }

    @Test
    void whomTheDesksAdministratorRemovesIsOutAndMayComeAgain() {
        Visitor agent = Colleague.signedIn(port, "corporate", "anna.k");
        identities.deleteUser("anna.k");

        clock.advance(MINUTE);

        assertOut(agent);
        assertThat(Colleague.signedIn(port, "corporate", "anna.k").get(TASKS).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theRolesFollowTheProvidersGroups() {
        Visitor person = Colleague.signedIn(port, "corporate", "anna.k");
        assertThat(person.get(COCKPIT).statusCode()).isEqualTo(403);
        assertThat(person.get(DEFINITIONS).body()).contains("\"ticket\"");
        provider.has("anna.k", "/desk/admins");

        clock.advance(MINUTE);

        assertThat(person.get(ADMIN).statusCode()).isEqualTo(200);
        assertThat(identities
                        .createGroupQuery()
                        .groupMember("anna.k")
                        .singleResult()
                        .getId())
                .isEqualTo("camunda-admin");
        provider.has("anna.k", "/desk/second");

        clock.advance(MINUTE);

        assertThat(person.get(ADMIN).statusCode()).isEqualTo(403);
        assertThat(person.get("/camunda/api/engine/engine/default/user/admin/profile")
                        .body())
                .doesNotContain("firstName");
    }

    @Test
    void whoLostTheLastTeamIsOut() {
        Visitor agent = Colleague.signedIn(port, "corporate", "anna.k");
        provider.has("anna.k", "/desk/unheard-of");

        clock.advance(MINUTE);

        assertOut(agent);
    }

    @Test
    void aProviderThatFailsIsWaitedForButNotForEver() {
        Visitor agent = Colleague.signedIn(port, "corporate", "anna.k");
        provider.isDown(true);

        for (int minute = 0; minute < 15; minute++) {
            clock.advance(MINUTE);
            assertThat(agent.get(TASKS).statusCode())
                    .describedAs("minute %d", minute)
                    .isEqualTo(200);
        }
        clock.advance(MINUTE);

        assertOut(agent);
    }

    @Test
    void aProviderThatComesBackIsAskedAtOnce() {
        Visitor stays = Colleague.signedIn(port, "corporate", "anna.k");
        provider.has("contractor", "/desk/first");
        Visitor goes = Colleague.signedIn(port, "corporate", "contractor");
        provider.isDown(true);
        clock.advance(MINUTE.multipliedBy(10));
        assertThat(stays.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(goes.get(TASKS).statusCode()).isEqualTo(200);
        provider.isDown(false);
        provider.locksOut("contractor");

        clock.advance(MINUTE);

        assertOut(goes);
        assertThat(stays.get(TASKS).statusCode()).isEqualTo(200);
        provider.isDown(true);
        clock.advance(MINUTE.multipliedBy(10));
        assertThat(stays.get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyIsSentToAProviderThatFails() {
        Visitor stranger = Visitor.anonymous(port);
        Colleague.signedIn(port, "corporate", "anna.k");
        Colleague late = Colleague.at(port, "corporate");
        String callback = late.callback("anna.k");
        provider.isDown(true);

        assertThat(location(late.browser().get(callback))).isEqualTo("/sign-in?provider");
        assertThat(location(stranger.signIn("temporary", "demo"))).endsWith("/");
    }

    /** The second provider goes for good in this test: after it, nobody answers at that address. */
    @Test
    void aProviderThatIsGoneIsWaitedForButNotForEver() {
        TestProvider fleeting = Providers.FLEETING;
        fleeting.serves(port, "fleeting");
        fleeting.has("contractor", "/desk/first");
        Visitor agent = Colleague.signedIn(port, "fleeting", "contractor");
        fleeting.close();

        clock.advance(MINUTE);
        assertThat(agent.get(TASKS).statusCode()).isEqualTo(200);
        clock.advance(MINUTE.multipliedBy(15));

        assertOut(agent);
    }

    @Test
    void requestsOfOnePageAskTheProviderOnce() throws InterruptedException {
        Visitor agent = Colleague.signedIn(port, "corporate", "anna.k");
        clock.advance(MINUTE);

        // The provider takes each refresh token once; a second question with the same one would end the session.
        List<Thread> page = IntStream.range(0, 8)
                .mapToObj(number -> new Thread(() -> agent.get(TASKS)))
                .toList();
        page.forEach(Thread::start);
        for (Thread request : page) {
            request.join();
        }

        assertThat(agent.get(TASKS).statusCode()).isEqualTo(200);
        clock.advance(MINUTE);
        assertThat(agent.get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void theProviderTellsOfASignOutElsewhere() {
        provider.has("contractor", "/desk/first");
        Visitor agent = Colleague.signedIn(port, "corporate", "anna.k");
        Visitor colleague = Colleague.signedIn(port, "corporate", "contractor");
        Visitor told = Visitor.anonymous(port);
        String path = "/logout/connect/back-channel/corporate";

        for (String token :
                List.of("", "x", provider.logoutToken("anna.k", "another-application"), Providers.FLEETING_TOKEN)) {
            assertThat(told.form(path, "logout_token", token).statusCode()).isEqualTo(400);
        }
        assertThat(told.form(path + "x", "logout_token", provider.logoutToken("anna.k", TestProvider.CLIENT))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(agent.get(TASKS).statusCode()).isEqualTo(200);

        assertThat(told.form(path, "logout_token", provider.logoutToken("anna.k", TestProvider.CLIENT))
                        .statusCode())
                .isEqualTo(200);

        assertOut(agent);
        assertThat(colleague.get(TASKS).statusCode()).isEqualTo(200);
    }

    /** Pages lead to the sign-in, scripts get 401, and no part of the desk makes an exception. */
    private static void assertOut(Visitor agent) {
        assertThat(agent.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(agent.get("/desk/tasks/none/card").statusCode()).isEqualTo(401);
        assertThat(location(agent.get(TASKLIST))).isEqualTo("/sign-in");
        assertThat(location(agent.get("/"))).isEqualTo("/sign-in");
        assertThat(agent.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
    }
}
