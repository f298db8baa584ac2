package com.leecyber.support.security;

import static com.leecyber.support.security.Colleague.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.Visitor;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.security.OidcDeskTest.Providers;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets in through a provider, as whom, and what is refused. */
@OidcDeskTest
class OidcSignInTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=5";

    private final TestProvider provider = Providers.CORPORATE;

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    Journal journal;

    @BeforeEach
    void theProviderKnowsTheDesk() {
        provider.serves(port, "corporate");
    }

    @AfterEach
    void leaveNobody() {
        provider.spoils(claims -> {});
        identities.createUserQuery().list().stream()
                .filter(user -> identities.getUserInfo(user.getId(), "provider") != null)
                .forEach(user -> identities.deleteUser(user.getId()));
    }

    @ParameterizedTest
    @CsvSource({
        "i.ivanov@corp.example, /desk/first,      /camunda/app/tasklist/default/, 200, 403",
        "p.petrova,             /desk/architects, /changes,                       403, 200"
    })
    void leadsEverybodyToTheirWork(String account, String group, String work, int tasklist, int cockpit) {
        provider.has(account, "everybody", group);
        Visitor browser = Colleague.signedIn(port, "corporate", account);

        assertThat(location(browser.get("/"))).isEqualTo(work);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(tasklist);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(cockpit);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"" + account + "\"");
    }

    @Test
    void theEngineKnowsWhomTheProviderDescribes() {
        provider.has(
                "anna.k",
                Map.of(
                        "preferred_username", "anna.k",
                        "given_name", "Анна",
                        "family_name", "Каренина",
                        "email", "anna.k@corp.example",
                        "groups", List.of("/desk/first", "/desk/second", "/desk/unheard-of")));
        Colleague.signedIn(port, "corporate", "anna.k");

        assertThat(identities.createUserQuery().userId("anna.k").singleResult())
                .extracting("firstName", "lastName", "email", "password")
                .containsExactly("Анна", "Каренина", "anna.k@corp.example", null);
        assertThat(groupsOf("anna.k")).containsExactlyInAnyOrder("l1", "l2");
        List<JournalEntry> access = journal.of("ACCESS");
        List<JournalEntry> latest = access.subList(access.size() - 4, access.size());
        assertThat(latest).extracting(JournalEntry::actor).containsOnly("system:provider");
        assertThat(latest).extracting(JournalEntry::kind).contains("ACCOUNT_CHANGED", "PERMISSION_CHANGED");
        assertThat(latest).extracting(JournalEntry::details).noneMatch(details -> details.contains("Каренина"));
    }

    @Test
    void theProvidersGroupsReplaceWhateverWasAddedHere() {
        provider.has("anna.k", "/desk/first");
        Colleague.signedIn(port, "corporate", "anna.k");
        identities.createMembership("anna.k", "camunda-admin");

        Colleague.signedIn(port, "corporate", "anna.k");

        assertThat(groupsOf("anna.k")).containsExactly("l1");
    }

    @Test
    void aPersonIsKnownByTheirSubjectAndKeepsTheirName() {
        provider.has("u-17", Map.of("preferred_username", "maiden.name", "groups", List.of("/desk/first")));
        Colleague.signedIn(port, "corporate", "u-17");
        provider.has("u-17", Map.of("preferred_username", "married.name", "groups", List.of("/desk/first")));

        Visitor browser = Colleague.signedIn(port, "corporate", "u-17");

        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains("\"maiden.name\"");
        assertThat(identities.createUserQuery().userId("married.name").count()).isZero();
    }

    @Test
    void thePageOffersEachProviderAndThePassword() {
        Visitor visitor = Visitor.anonymous(port);

        assertThat(visitor.get("/sign-in").body())
                .contains(
                        "href=\"/oauth2/authorization/corporate\"",
                        "Войти через Учётная запись компании",
                        "href=\"/oauth2/authorization/fleeting\"",
                        "name=\"password\"")
                .doesNotContain("<script", "style=");
        assertThat(visitor.get("/sign-in?lang=en").body()).contains("Sign in with Подрядчик");
    }

    @Test
    void theWayThereCarriesProofKeyStateAndNonce() {
        String there = location(Visitor.anonymous(port).get("/oauth2/authorization/corporate"));

        assertThat(there)
                .startsWith(provider.issuer() + "/oauth2/authorize?response_type=code&")
                .contains("code_challenge_method=S256", "&code_challenge=", "&state=", "&nonce=");
    }

    @Test
    void aSessionFromBeforeTheSignInIsWorthNothing() {
        provider.has("anna.k", "/desk/first");
        Colleague colleague = Colleague.at(port, "corporate");
        String callback = colleague.callback("anna.k");
        String planted = colleague.browser().cookie("JSESSIONID").orElseThrow();

        colleague.browser().get(callback);

        assertThat(colleague.browser().get(TASKS).statusCode()).isEqualTo(200);
        assertThat(Visitor.anonymous(port)
                        .with("Cookie", "JSESSIONID=" + planted)
                        .get(TASKS)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void returnsToThePageThatWasAskedFor() {
        provider.has("anna.k", "/desk/first");
        Colleague colleague = Colleague.at(port, "corporate");
        colleague.browser().get("/camunda/app/tasklist/default/");

        assertThat(location(colleague.signIn("anna.k"))).endsWith("/camunda/app/tasklist/default/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?redirect_uri=https://evil.example/",
                "?continue=https://evil.example/",
                "?redirect=//evil.example",
                "?target=https://evil.example/&post_logout_redirect_uri=https://evil.example/"
            })
    void noParameterChoosesWhereASignInEnds(String parameters) {
        provider.has("anna.k", "/desk/first");
        Visitor browser = Visitor.anonymous(port);

        String there = location(browser.get("/oauth2/authorization/corporate" + parameters));
        assertThat(there).doesNotContain("evil");
        Colleague colleague = Colleague.at(port, "corporate");
        String end = location(colleague.browser().get(colleague.callback("anna.k") + "&" + parameters.substring(1)));
        assertThat(end).doesNotContain("evil").endsWith("/");
    }

    @ParameterizedTest
    @CsvSource({"/desk/unheard-of", "l1", "camunda-admin", "/DESK/FIRST"})
    void whoHasNoTeamIsToldSoAndNobodyIsMade(String group) {
        provider.has("stranger", group);

        assertRefused("stranger", "no_team", "нет роли в службе поддержки", "You have no role");

        assertThat(identities.createUserQuery().userId("stranger").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"admin", "anna", "ANNA", "Admin"})
    void aLocalAccountIsNotTakenOverByName(String name) {
        provider.has("impostor", Map.of("preferred_username", name, "groups", List.of("/desk/admins")));
        List<String> before = groupsOf("anna");

        assertRefused("impostor", "name_is_local", "занято учётной записью самой службы", "taken by an account");

        assertThat(groupsOf("anna")).isEqualTo(before);
        assertThat(Visitor.anonymous(port).signIn("anna", "demo").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/"));
    }

    @Test
    void aColleaguesNameIsNotTakenOverEither() {
        provider.has("first", Map.of("preferred_username", "shared", "groups", List.of("/desk/first")));
        Colleague.signedIn(port, "corporate", "first");
        provider.has("second", Map.of("preferred_username", "shared", "groups", List.of("/desk/admins")));

        assertRefused("second", "name_is_taken", "занято другим сотрудником", "taken by somebody else");

        assertThat(groupsOf("shared")).containsExactly("l1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "api:bot", "system:timer", "a b", "../admin", "иван", "-x", ""})
    void aNameThatTheEngineCannotStoreIsRefused(String name) {
        provider.has("odd", Map.of("preferred_username", name, "groups", List.of("/desk/first")));

        assertRefused("odd", "name_unusable", "не подходит", "does not fit");
    }

    @Test
    void aForeignStateIsRefused() {
        provider.has("anna.k", "/desk/first");
        Colleague colleague = Colleague.at(port, "corporate");
        String callback = colleague.callback("anna.k").replaceFirst("state=[^&]+", "state=guessed");

        assertThat(location(colleague.browser().get(callback))).isEqualTo("/sign-in?provider");
        assertThat(colleague.browser().get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void aCodeThatWasUsedIsRefused() {
        provider.has("anna.k", "/desk/first");
        Colleague colleague = Colleague.at(port, "corporate");
        String callback = colleague.callback("anna.k");
        colleague.browser().get(callback);

        assertThat(location(Visitor.anonymous(port).get(callback))).isEqualTo("/sign-in?provider");
        assertThat(location(colleague.browser().get(callback))).isEqualTo("/sign-in?provider");
    }

    @Test
    void anotherPersonsCodeIsRefused() {
        provider.has("anna.k", "/desk/first");
        provider.has("thief", "/desk/first");
        String stolen = Colleague.at(port, "corporate").callback("anna.k").replaceFirst(".*code=([^&]+).*", "$1");
        Colleague thief = Colleague.at(port, "corporate");
        String callback = thief.callback("thief").replaceFirst("code=[^&]+", "code=" + stolen);

        // The code is good, but the thief's browser does not have its proof key.
        assertThat(location(thief.browser().get(callback))).isEqualTo("/sign-in?provider");
        assertThat(thief.browser().get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void anIdTokenWithAForeignNonceIsRefused() {
        provider.has("anna.k", "/desk/first");
        provider.spoils(claims -> claims.claim("nonce", "of-another-sign-in"));

        assertRefused("anna.k", "provider", "Войти не получилось", "Signing in failed");
    }

    @Test
    void anIdTokenForAnotherApplicationIsRefused() {
        provider.has("anna.k", "/desk/first");
        provider.spoils(claims -> claims.audience(List.of("another-application")));

        assertRefused("anna.k", "provider", "Войти не получилось", "Signing in failed");
    }

    @Test
    void noPasswordOpensAProvidersAccount() {
        provider.has("anna.k", "/desk/first");
        Colleague.signedIn(port, "corporate", "anna.k");

        for (String password : List.of("", "null", TestProvider.PASSWORD)) {
            assertThat(location(Visitor.anonymous(port).signIn("anna.k", password)))
                    .isEqualTo("/sign-in?wrong");
        }
        // Not even one that an administrator sets by mistake.
        var user = identities.createUserQuery().userId("anna.k").singleResult();
        user.setPassword("set-in-admin");
        identities.saveUser(user);
        assertThat(location(Visitor.anonymous(port).signIn("anna.k", "set-in-admin")))
                .isEqualTo("/sign-in?wrong");
    }

    @Test
    void signingOutSignsOutAtTheProvider() {
        provider.has("anna.k", "/desk/first");
        Visitor browser = Colleague.signedIn(port, "corporate", "anna.k");
        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isBetween(200, 299);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);

        String there = location(browser.get("/sign-in"));

        assertThat(there).startsWith(provider.issuer() + "/connect/logout?").contains("id_token_hint=");
        assertThat(URLDecoder.decode(there, StandardCharsets.UTF_8))
                .contains("post_logout_redirect_uri=http://localhost:" + port + "/sign-in");
        assertThat(location(browser.get(there))).isEqualTo("http://localhost:" + port + "/sign-in");
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
        String again = location(browser.get("/oauth2/authorization/corporate"));
        assertThat(location(browser.get(again))).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"})
    void theProvidersAddressesAreOnlyForGet(String method) {
        Visitor stranger = Visitor.anonymous(port);

        for (String path : List.of("/oauth2/authorization/corporate", "/login/oauth2/code/corporate?code=a&state=b")) {
            assertThat(stranger.send(method, path, BodyPublishers.noBody()).statusCode())
                    .describedAs("%s %s", method, path)
                    .isBetween(400, 499);
        }
        assertThat(stranger.send(
                                method,
                                "/oauth2/authorization/corporate",
                                BodyPublishers.noBody(),
                                "X-HTTP-Method-Override",
                                "GET")
                        .statusCode())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorization/nobody",
                "/oauth2/authorization/",
                "/oauth2/authorization/corporate/",
                "/oauth2/authorization/corporate/x",
                "/oauth2/authorization/corporate;x",
                "/oauth2/authorization//corporate",
                "//oauth2/authorization/corporate",
                "/oauth2/authorization/%2e%2e/%2e%2e/engine-rest/task",
                "/oauth2/authorization/..;/camunda/",
                "/oauth2/authorization/%63orporate",
                "/login/oauth2/code/corporate;x?code=a&state=b",
                "/login/oauth2/code/corporate/?code=a&state=b",
                "/login/oauth2/../../camunda/app/tasklist/default/",
                "/logout",
                "/login",
                "/logout/connect/back-channel/corporate",
                "/oauth2/authorization"
            })
    void otherSpellingsLeadNowhere(String path) {
        HttpResponse<String> answer = Visitor.anonymous(port).get(path);

        assertThat(answer.statusCode()).describedAs(answer.body()).isBetween(400, 499);
    }

    @Test
    void aCallbackThatNobodyAskedForSignsNobodyIn() {
        Visitor stranger = Visitor.anonymous(port);

        for (String path : List.of(
                "/login/oauth2/code/corporate",
                "/login/oauth2/code/corporate?code=a&state=b",
                "/login/oauth2/code/corporate?error=access_denied&state=b",
                "/login/oauth2/code/nobody?code=a&state=b")) {
            HttpResponse<String> answer = stranger.get(path);
            assertThat(answer.statusCode() == 404 || location(answer).equals("/sign-in?provider"))
                    .describedAs("%s: %d", path, answer.statusCode())
                    .isTrue();
        }
        assertThat(stranger.get(TASKS).statusCode()).isEqualTo(401);
    }

    /** The desk believes a proxy on this machine, as it is set up by default. */
    @Test
    void guessersBehindAProxyWaitEachForThemselves() {
        for (int guess = 0; guess < 6; guess++) {
            assertThat(location(behindProxy("203.0.113.7").signIn("anna", "guess" + guess)))
                    .isEqualTo("/sign-in?wrong");
        }

        assertThat(location(behindProxy("203.0.113.7").signIn("anna", "demo"))).isEqualTo("/sign-in?wait");
        assertThat(location(behindProxy("203.0.113.8").signIn("anna", "demo"))).endsWith("/");
    }

    private Visitor behindProxy(String address) {
        return Visitor.anonymous(port).with("X-Forwarded-For", address);
    }

    private void assertRefused(String account, String reason, String russian, String english) {
        Colleague colleague = Colleague.at(port, "corporate");

        String page = location(colleague.signIn(account));

        assertThat(page).isEqualTo("/sign-in?" + reason);
        assertThat(colleague.browser().get(page).body()).contains("role=\"alert\"", russian);
        assertThat(colleague.browser().get(page + "&lang=en").body()).contains("role=\"alert\"", english);
        assertThat(colleague.browser().get(TASKS).statusCode()).isEqualTo(401);
    }

    private List<String> groupsOf(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
    }
}
