package com.leecyber.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.Canary;
import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Case 12: the two known holes of this engine, tried over HTTP by everybody. */
@HttpDeskTest
class EngineAttackTest {

    private static final String SING = "${canary.notify(null)}";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String EVIL = """
            {"profile": {"id": "evil", "firstName": "e", "lastName": "vil"}, "credentials": {"password": "evil"}}""";

    @LocalServerPort
    int port;

    @Autowired
    Canary canary;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    static Stream<String> staff() {
        return Stream.of("anna", "boris", "vera", "oleg", "olga", "inna", "admin");
    }

    @AfterEach
    void theCanaryIsSilentAndNobodyWasMade() {
        assertThat(canary.songs()).isZero();
        assertThat(identities.createUserQuery().userId("evil").count()).isZero();
    }

    /** CVE-2026-109432. */
    @ParameterizedTest
    @MethodSource("staff")
    void noSignedInPersonEvaluatesAnExpressionInAQuery(String user) {
        expressionAttacks(Visitor.signedIn(port, user));
    }

    @Test
    void nobodyElseDoesEither() {
        expressionAttacks(Visitor.anonymous(port));
        expressionAttacks(Visitor.withToken(port, "sd_" + "x".repeat(43)));
    }

    private void expressionAttacks(Visitor visitor) {
        for (String path : List.of("/task", "/task/count", "/process-instance", "/filter", "/filter/create")) {
            for (String body : expressionBodies()) {
                assertRefused(visitor.post(ENGINE + path, body));
                assertRefused(visitor.post("/camunda/api/engine" + path, body));
                assertRefused(visitor.post("/engine-rest" + path, body));
                assertRefused(visitor.post("/engine-rest/engine/default" + path, body));
            }
            for (String type : List.of("text/plain", "application/octet-stream", "application/vnd.camunda+json")) {
                assertRefused(visitor.send(
                        "POST",
                        ENGINE + path,
                        BodyPublishers.ofString(expressionBodies().get(0)),
                        "Content-Type",
                        type));
            }
            assertRefused(visitor.send(
                    "POST",
                    ENGINE + path,
                    BodyPublishers.ofString(expressionBodies().get(0), StandardCharsets.UTF_16),
                    "Content-Type",
                    "application/json"));
        }
        for (String name : List.of("dueAfterExpression", "due%41fter%45xpression", "assigneeexpression")) {
            assertRefused(visitor.get(ENGINE + "/task?" + name + "=%24%7Bcanary.notify(null)%7D"));
            assertRefused(visitor.get(ENGINE + "/task/count?x=1&" + name + "=%24%7Bcanary.notify(null)%7D"));
        }
    }

    private static List<String> expressionBodies() {
        return List.of(
                "{\"orQueries\": [{\"dueAfterExpression\": \"" + SING + "\"}]}",
                "{\"orQueries\": [{\"due\\u0041fter\\u0045xpression\": \"" + SING + "\"}]}",
                "{\"assigneeExpression\": \"" + SING + "\"}",
                "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {\"orQueries\": [{\"assigneeExpression\": \""
                        + SING + "\"}]}}",
                "{\"a\": " + "[".repeat(90) + "{\"followUpBeforeExpression\": \"" + SING + "\"}" + "]".repeat(90) + "}",
                "{\"x\": 1} {\"dueAfterExpression\": \"" + SING + "\"}");
    }

    /** The filter is the second lock; the engine's own is tried without it. */
    @Test
    void theEngineItselfRefusesExpressionsInQueries() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .dueAfterExpression(SING)
                        .endOr()
                        .list())
                .hasRootCauseInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() ->
                        tasks.createTaskQuery().taskAssigneeExpression(SING).list())
                .isInstanceOf(BadUserRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "boris", "vera", "oleg"})
    void tasklistWorksAsUsual(String user) {
        Visitor agent = Visitor.signedIn(port, user);

        HttpResponse<String> filters =
                agent.get(ENGINE + "/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task");
        assertThat(filters.statusCode()).describedAs(filters.body()).isEqualTo(200);
        assertThat(filters.body()).contains("Мои");
        String mine = filters.body().replaceFirst("(?s).*\"id\":\"([^\"]+)\"[^{}]*\"name\":\"Мои\".*", "$1");
        assertThat(agent.post(
                                ENGINE + "/filter/" + mine + "/list?firstResult=0&maxResults=15",
                                "{\"processVariables\":[]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(agent.post(ENGINE + "/task?maxResults=15", "{\"unassigned\": true}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesABodyLargerThanAMegabyte() {
        Visitor agent = Visitor.signedIn(port, "anna");

        HttpResponse<String> answer = agent.post(ENGINE + "/task", "{\"name\": \"" + "x".repeat(1_100_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    /** CVE-2026-77226: worst when nobody is an administrator. */
    @Test
    void nobodyMakesThemselvesAnAdministrator() {
        List<Visitor> everybody = Stream.concat(
                        Stream.of(Visitor.anonymous(port)), staff().map(user -> Visitor.signedIn(port, user)))
                .toList();
        identities.deleteMembership("admin", Groups.CAMUNDA_ADMIN);
        try {
            for (Visitor visitor : everybody) {
                setupSpellings().forEach(path -> {
                    assertRefused(visitor.post(path, EVIL));
                    assertRefused(visitor.post(path, EVIL, "X-HTTP-Method-Override", "GET"));
                    assertRefused(visitor.send(
                            "PUT", path, BodyPublishers.ofString(EVIL), "Content-Type", "application/json"));
                });
                assertRefused(visitor.get("/camunda/app/admin/default/setup"));
                assertRefused(visitor.get("/camunda/app/admin/default/setup/"));
            }
        } finally {
            identities.createMembership("admin", Groups.CAMUNDA_ADMIN);
        }
    }

    private static Stream<String> setupSpellings() {
        return Stream.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/default/user/create?x=1",
                "/camunda/api/admin/setup/default/user/create;x=1",
                "/camunda/api/admin/setup;x/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                "/camunda/api/engine/../admin/setup/default/user/create",
                "/camunda/app/%2e%2e/api/admin/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin/setup%2fdefault/user/create",
                "/camunda/api/admin/SETUP/default/user/create",
                "/camunda/api/Admin/setup/default/user/create",
                "/api/admin/setup/default/user/create");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .describedAs("%s %s: %s", answer.request().method(), answer.uri(), answer.body())
                .isBetween(400, 499);
    }
}
