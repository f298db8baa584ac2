package com.leecyber.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in and out, and where each role gets. */
@HttpDeskTest
class SignInTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "anna,  /camunda/app/tasklist/default/",
        "boris, /camunda/app/tasklist/default/",
        "vera,  /camunda/app/tasklist/default/",
        "oleg,  /camunda/app/tasklist/default/",
        "olga,  /changes",
        "inna,  /audit",
        "admin, /camunda/app/admin/default/"
    })
    void leadsEverybodyToTheirWork(String user, String workplace) {
        Visitor visitor = Visitor.anonymous(port);

        HttpResponse<String> signedIn = visitor.signIn(user, "demo");

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(visitor.get("/").headers().firstValue("Location")).hasValue(workplace);
        assertThat(visitor.get(workplace).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "anna,  200, 403, 403",
        "boris, 200, 403, 403",
        "vera,  200, 403, 403",
        "oleg,  200, 403, 403",
        "olga,  403, 200, 403",
        "inna,  403, 403, 403",
        "admin, 200, 200, 200"
    })
    void opensTheApplicationsOfARoleAndNoOther(String user, int tasklist, int cockpit, int admin) {
        Visitor visitor = Visitor.signedIn(port, user);

        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(tasklist);
        assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(cockpit);
        assertThat(visitor.get("/camunda/app/admin/default/").statusCode()).isEqualTo(admin);
        assertThat(visitor.get("/camunda/app/welcome/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"" + user + "\"");
    }

    @Test
    void returnsToThePageThatWasAskedFor() {
        Visitor visitor = Visitor.anonymous(port);

        HttpResponse<String> asked = visitor.get("/camunda/app/tasklist/default/");
        assertThat(asked.headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(visitor.signIn("anna", "demo").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/camunda/app/tasklist/default/"));
    }

    @Test
    void saysThatThePasswordIsWrongAndNotWhoExists() {
        Visitor visitor = Visitor.anonymous(port);

        String wrongPassword =
                visitor.signIn("anna", "wrong").headers().firstValue("Location").orElseThrow();
        String nobody = visitor.signIn("nobody", "wrong")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(wrongPassword).isEqualTo("/sign-in?wrong").isEqualTo(nobody);
        assertThat(visitor.get(wrongPassword).body())
                .contains("role=\"alert\"", "Имя пользователя или пароль не подходят");
        assertThat(visitor.get("/sign-in?wrong&lang=en").body()).contains("lang=\"en\"", "User name or password");
    }

    @Test
    void aRightPasswordAfterAWrongOneIsRight() {
        Visitor visitor = Visitor.anonymous(port);

        visitor.signIn("boris", "wrong");

        assertThat(visitor.signIn("boris", "demo").headers().firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void thePageRunsNothingAndIsNotFramed() {
        HttpResponse<String> page = Visitor.anonymous(port).get("/sign-in");

        assertThat(page.body()).doesNotContain("<script", "<style", "style=", "onclick");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void aSessionFromBeforeTheSignInIsWorthNothing() {
        Visitor visitor = Visitor.anonymous(port);
        visitor.get("/sign-in");
        String planted = visitor.cookie("JSESSIONID").orElseThrow();

        visitor.signIn("anna", "demo");

        assertThat(visitor.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(planted);
        HttpResponse<String> attacker =
                Visitor.anonymous(port).with("Cookie", "JSESSIONID=" + planted).get("/camunda/app/tasklist/default/");
        assertThat(attacker.statusCode()).isEqualTo(302);
    }

    @Test
    void aFormFromElsewhereSignsNobodyIn() {
        Visitor visitor = Visitor.anonymous(port);

        assertThat(visitor.form("/sign-in", "username", "anna", "password", "demo")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingOutOfTasklistEndsTheDesksSession() {
        Visitor visitor = Visitor.signedIn(port, "anna");
        String signOut = "/camunda/api/admin/auth/user/default/logout";

        assertThat(visitor.post(signOut, "").statusCode()).isBetween(200, 299);

        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/desk/tasks/none/card").statusCode()).isEqualTo(401);
    }

    @Test
    void theDeskTakesWritesOnlyFromItsOwnPage() {
        Visitor agent = Visitor.signedIn(port, "anna");

        assertThat(agent.get("/desk/tasks/none/card").statusCode()).isEqualTo(404);
        String token = agent.cookie("DESK-XSRF").orElseThrow();
        String reply = "/desk/tasks/none/replies";

        assertThat(agent.post(reply, "{\"text\": \"x\"}").statusCode()).isEqualTo(403);
        assertThat(agent.post(reply, "{\"text\": \"x\"}", "X-DESK-XSRF", "other")
                        .statusCode())
                .isEqualTo(403);
        assertThat(agent.post(reply, "{\"text\": \"x\"}", "X-DESK-XSRF", token).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"olga", "inna", "admin"})
    void theDeskIsForAgents(String user) {
        HttpResponse<String> answer = Visitor.signedIn(port, user).get("/desk/tasks/none/card");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void anErrorIsAPageForPeopleAndAProblemForPrograms() {
        Visitor agent = Visitor.signedIn(port, "anna");

        HttpResponse<String> page = agent.get("/camunda/app/cockpit/default/", "Accept", "text/html");
        assertThat(page.body()).contains("У вас нет доступа к этой странице", "href=\"/\"");
        HttpResponse<String> problem = agent.get("/nowhere", "Accept", "application/json");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(agent.send("GET", "/error", BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
    }
}
