package com.leecyber.support.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The demo's first-line agent, signed in and deciding as Tasklist does: claim, then send the form. */
final class Agent {

    private static final String NAME = "anna";
    private static final String PASSWORD = "demo";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final Map<String, Object> TAKE = Map.of(
            "outcome", "TAKE",
            "type", "PROBLEM",
            "affected", "MODULE",
            "scope", "ONE_USER",
            "effect", "MINOR",
            "dataLoss", false,
            "workaround", true,
            "priority", "P3",
            "text", "Здравствуйте! Смотрим.");
    private static final Map<String, Object> SOLVED =
            Map.of("outcome", "SOLVED", "text", "Мы перезапустили службу, документы снова открываются.");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient connection = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private Agent(int port) {
        this.port = port;
    }

    static Agent signedIn(int port) throws IOException, InterruptedException {
        Agent agent = new Agent(port);
        Matcher token = CSRF.matcher(agent.get("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no CSRF token");
        }
        String form = "username=" + NAME + "&password=" + PASSWORD + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        agent.send(agent.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        agent.get("/camunda/app/tasklist/default/");
        return agent;
    }

    /** Qualifies a request and takes it into work. */
    void takes(String task) throws IOException, InterruptedException {
        decides(task, TAKE);
    }

    /** Solves a request by a known instruction. */
    void solves(String task) throws IOException, InterruptedException {
        decides(task, SOLVED);
    }

    private void decides(String task, Map<String, Object> form) throws IOException, InterruptedException {
        post(task, "claim", "{\"userId\":\"" + NAME + "\"}");
        post(task, "submit-form", "{\"variables\":{" + fields(form) + "}}");
    }

    private static String fields(Map<String, Object> form) {
        return form.entrySet().stream()
                .map(field -> field.getValue() instanceof Boolean
                        ? field(field.getKey(), "Boolean", String.valueOf(field.getValue()))
                        : field(field.getKey(), "String", "\"" + field.getValue() + "\""))
                .collect(Collectors.joining(","));
    }

    private static String field(String name, String type, String json) {
        return "\"%s\":{\"type\":\"%s\",\"value\":%s,\"valueInfo\":{\"transient\":true}}".formatted(name, type, json);
    }

    private void post(String task, String action, String json) throws IOException, InterruptedException {
        String echoed = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not signed in"));
        send(request("/camunda/api/engine/engine/default/task/" + task + "/" + action)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", echoed)
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = connection.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
