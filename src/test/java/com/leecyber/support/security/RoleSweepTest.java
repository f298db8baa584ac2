package com.leecyber.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Modeler;
import com.leecyber.support.Visitor;
import com.leecyber.support.security.AllowListTest.Endpoint;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everything that docs/endpoints.txt names, asked for as each role: it answers whom the list names and nobody else. */
@HttpDeskTest
class RoleSweepTest {

    /** Which lines of the list are meant for a role, beside those for anybody and for all staff. */
    private static final Map<String, Set<String>> MEANT = Map.of(
            "l1", Set.of("agent", "observer", "informed"),
            "l2", Set.of("agent", "observer", "informed", "responder"),
            "shift-lead",
                    Set.of(
                            "agent",
                            "reader",
                            "decider",
                            "lead",
                            "witness",
                            "observer",
                            "informed",
                            "responder",
                            "figures"),
            "operations", Set.of("agent", "observer", "informed"),
            "process-owner", Set.of("reader", "decider", "observer", "informed", "figures"),
            "auditor", Set.of("reader", "witness", "observer", "informed", "auditor", "figures", "erased"),
            "camunda-admin", Set.of("reader", "observer", "figures", "eraser", "erased"));

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "anna,  l1",
        "boris, l2",
        "vera,  shift-lead",
        "oleg,  operations",
        "olga,  process-owner",
        "inna,  auditor",
        "admin, camunda-admin"
    })
    void aRoleGetsWhatTheListNamesForIt(String user, String role) throws IOException {
        Visitor visitor = Visitor.signedIn(port, user);
        String csrf = visitor.csrf();
        visitor.get("/desk/tasks/none/card");
        visitor.cookie("DESK-XSRF").ifPresent(token -> visitor.with("X-DESK-XSRF", token));

        for (Endpoint endpoint :
                AllowListTest.list().filter(RoleSweepTest::isOneOfOurs).toList()) {
            HttpResponse<String> answer = endpoint.method().equals("POST")
                    ? visitor.form(endpoint.path(), "_csrf", csrf)
                    : visitor.get(endpoint.path());
            boolean meant = Set.of("anybody", "staff").contains(endpoint.who())
                    || MEANT.get(role).contains(endpoint.who());
            boolean hidden = Set.of("nobody", "provider").contains(endpoint.who()) && answer.statusCode() == 404;
            assertThat(hidden || isRefused(answer))
                    .as("%s as %s: %d", endpoint.mapping(), role, answer.statusCode())
                    .isEqualTo(!meant);
        }
    }

    /** Signed in at the panel one is a stranger at the desk, with whatever token one sends. */
    @Test
    void aCustomerOfThePanelIsNobodyAtTheDesk() throws IOException {
        Visitor visitor = Visitor.anonymous(port);
        visitor.panelSignIn("romashka");
        String csrf = visitor.csrf();

        for (Endpoint endpoint : AllowListTest.list()
                .filter(RoleSweepTest::isOneOfOurs)
                .filter(endpoint -> !Set.of("anybody", "panel").contains(endpoint.who()))
                .toList()) {
            HttpResponse<String> answer = endpoint.method().equals("POST")
                    ? visitor.form(endpoint.path(), "_csrf", csrf)
                    : visitor.get(endpoint.path());
            assertThat(answer.statusCode() == 404 || isRefused(answer))
                    .as("%s: %d", endpoint.mapping(), answer.statusCode())
                    .isTrue();
        }
        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "anna, 403",
        "boris, 403",
        "vera, 403",
        "oleg, 403",
        "inna, 403",
        "admin, 403",
        "nobody, 401",
        "olga, 200"
    })
    void onlyAnOwnerDeploysFromModeler(String user, int status) {
        Modeler modeler = Modeler.signedIn(port, user, "demo");

        assertThat(modeler.checkConnection().statusCode()).isEqualTo(status);
        assertThat(modeler.version().statusCode()).isEqualTo(status);
        assertThat(modeler.deploy("", "none.bpmn", new byte[0]).statusCode()).isEqualTo(status == 200 ? 400 : status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /engine-rest",
        "GET,  /engine-rest/",
        "GET,  /engine-rest/engine",
        "GET,  /engine-rest/task",
        "GET,  /engine-rest/deployment/1",
        "GET,  /engine-rest/deployment/create",
        "GET,  /engine-rest/process-definition",
        "POST, /engine-rest/process-definition/key/ticket/start",
        "POST, /engine-rest/task",
        "POST, /engine-rest/deployment",
        "POST, /engine-rest/deployment/1/redeploy",
        "DELETE, /engine-rest/deployment/1"
    })
    void nothingElseOfTheEnginesApiIsThereEvenForAnOwner(String method, String path) {
        HttpResponse<String> answer = Modeler.signedIn(port, "olga", "demo").call(method, path);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/api/engine/engine/default/deployment/create",
        "/camunda/api/engine/engine/default/deployment/create/",
        "/camunda/api/engine/engine/default/deployment/x/redeploy"
    })
    void notEvenAnAdministratorDeploysPastTheGate(String path) {
        Visitor admin = Visitor.signedIn(port, "admin");

        assertThat(admin.send("POST", path, BodyPublishers.noBody()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSessionIsNoSignInForModeler() {
        assertThat(Visitor.signedIn(port, "olga").get("/engine-rest/version").statusCode())
                .isEqualTo(401);
    }

    /** Camunda's applications check their own roles (SignInTest); the API knows tokens only. */
    private static boolean isOneOfOurs(Endpoint endpoint) {
        return !endpoint.pattern().startsWith("/camunda/")
                && !endpoint.pattern().startsWith("/webjars/")
                && !endpoint.pattern().contains("swagger-ui")
                && !endpoint.pattern().equals("/**")
                && !endpoint.mapping().equals("* /");
    }

    private static boolean isRefused(HttpResponse<String> answer) {
        boolean toSignIn = answer.headers().firstValue("Location").orElse("").matches("(?:.*/)?sign-in(?:\\?expired)?");
        return Set.of(401, 403).contains(answer.statusCode()) || toSignIn;
    }
}
