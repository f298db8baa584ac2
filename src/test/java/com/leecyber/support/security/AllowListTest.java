package com.leecyber.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Case 13: everything that could answer is written down in docs/endpoints.txt, and who may ask it. */
@HttpDeskTest
class AllowListTest {

    private static final Path LIST = Path.of("docs", "endpoints.txt");
    private static final String ANYBODY = "anybody";
    /** Filters, and only with a provider; this desk has none. OidcSignInTest tries them where there is one. */
    private static final String PROVIDER = "provider";

    private static final Set<String> SIGN_IN_PAGES = Set.of("/sign-in", "/panel/sign-in", "/panel/sign-in?expired");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    ServletContext servlets;

    /** One line of the list. */
    record Endpoint(String who, String method, String pattern) {

        static Endpoint parsed(String line) {
            String[] parts = line.split("\\s+");
            return new Endpoint(parts[0], parts[1], parts[2]);
        }

        String mapping() {
            return method + " " + pattern;
        }

        /** An address that the pattern matches. */
        String path() {
            return pattern.replaceAll("\\{\\*?[^}]*}", "default")
                    .replace("/**", "/x")
                    .replace("/*", "/x");
        }
    }

    @Test
    void theListNamesEveryMapping() throws IOException {
        Set<String> listed = list().filter(endpoint -> !endpoint.who().equals(PROVIDER))
                .map(Endpoint::mapping)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mappings()).containsExactlyElementsOf(listed);
    }

    @Test
    void whatIsNotForAnybodyRefusesStrangersHoweverTheyAsk() throws IOException {
        Visitor stranger = Visitor.anonymous(port);
        List<String> refused = Stream.concat(
                        list().filter(endpoint -> !endpoint.who().equals(ANYBODY))
                                .map(Endpoint::path),
                        webappPaths())
                .filter(path -> !path.equals("/"))
                .distinct()
                .toList();

        for (String path : refused) {
            for (String spelling : spellings(path).toList()) {
                for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")) {
                    assertRefused(stranger.send(method, spelling, BodyPublishers.noBody()));
                }
                for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
                    assertRefused(stranger.send("POST", spelling, BodyPublishers.noBody(), header, "GET"));
                }
                assertRefused(stranger.get(spelling, "X-Forwarded-Prefix", "/sign-in", "X-Original-URL", "/sign-in"));
            }
        }
    }

    @Test
    void whatIsForAnybodyAnswers() throws IOException {
        Visitor stranger = Visitor.anonymous(port);

        for (String path : List.of(
                "/sign-in",
                "/sign-in.css",
                "/staff.css",
                "/panel/sign-in",
                "/panel/panel.css",
                "/panel/panel.js",
                "/panel/mark.svg",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/v3/api-docs",
                "/v3/api-docs/swagger-config",
                "/swagger-ui/index.html")) {
            assertThat(stranger.get(path).statusCode()).describedAs(path).isEqualTo(200);
        }
        assertThat(stranger.get("/actuator/health").body()).doesNotContain("components", "details");
        assertThat(stranger.get("/").headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(stranger.get("/api").statusCode()).isEqualTo(302);
    }

    private static Stream<String> webappPaths() {
        return Stream.of(
                "/camunda",
                "/camunda/",
                "/camunda/index.html",
                "/camunda/lib/deps.js",
                "/camunda/favicon.ico",
                "/camunda/securityFilterRules.json",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/app/tasklist/locales/ru.json",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/identity/verify",
                "/camunda/api/engine/engine/default/identity/password-policy",
                "/camunda/api/engine/task",
                "/camunda/api/engine/version",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/plugin/license/default/check-key",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.css",
                "/camunda/api/cockpit/plugin/base/default/process-definition",
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/webjars/camunda/index.html",
                "/webjars/swagger-ui/index.html",
                "/plugin/tasklist/app/plugin.js",
                "/camunda-welcome/index.html",
                "/panel/sign-out",
                "/panel/x",
                "/panel/tickets/SD-2026-000001",
                "/panel/tickets/new.css",
                "/forms/triage.html",
                "/bpmn/ticket.bpmn",
                "/db/migration/V1__tickets.sql",
                "/application.yml",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/v3/x",
                "/h2-console",
                "/error",
                "/sign-out",
                "/logout",
                "/login");
    }

    private static Stream<String> spellings(String path) {
        String rest = path.substring(1);
        return Stream.of(
                path,
                path + "/",
                "/" + path,
                path + "//",
                path + ";x",
                path + ";x=/sign-in",
                "/;x/" + rest,
                "/%2e/" + rest,
                "/./" + rest,
                "/sign-in/../" + rest,
                "/sign-in/%2e%2e/" + rest,
                "/sign-in.css/..;/" + rest,
                "/actuator/health/%2e%2e/%2e%2e/" + rest,
                "/%5c" + rest,
                path + "%00",
                path + "%0a",
                path + ".css",
                "/%" + Integer.toHexString(rest.charAt(0)) + rest.substring(1),
                "/%25" + Integer.toHexString(rest.charAt(0)) + rest.substring(1));
    }

    /** A way to the sign-in page is a refusal; anything else that is not an error is a leak. */
    private static void assertRefused(HttpResponse<String> answer) {
        boolean toSignIn = answer.statusCode() == 302
                && SIGN_IN_PAGES.contains(
                        answer.headers().firstValue("Location").orElse(""));
        assertThat(toSignIn || answer.statusCode() >= 400 && answer.statusCode() < 500)
                .describedAs("%s %s -> %d", answer.request().method(), answer.uri(), answer.statusCode())
                .isTrue();
    }

    private Set<String> mappings() {
        Stream<String> controllers = context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AllowListTest::named);
        Stream<String> addresses = context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(pattern -> "* " + pattern);
        Stream<String> jersey = servlets.getServletRegistrations().values().stream()
                .map(ServletRegistration::getMappings)
                .flatMap(Collection::stream)
                .map(pattern -> "* " + pattern);
        return Stream.of(controllers, addresses, jersey)
                .flatMap(all -> all)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> named(RequestMappingInfo mapping) {
        String methods = mapping.getMethodsCondition().isEmpty()
                ? "*"
                : mapping.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(","));
        return mapping.getPatternValues().stream().map(pattern -> methods + " " + (pattern.isEmpty() ? "/" : pattern));
    }

    static Stream<Endpoint> list() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Endpoint::parsed);
    }
}
