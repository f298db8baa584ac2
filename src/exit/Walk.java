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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drives tickets of a running desk over HTTP, whichever engine is inside. Needs a JDK and nothing else:
 *
 * <pre>
 * java src/exit/Walk.java BASE TOKEN MAIL-FOLDER register          registers a ticket, leaves it under way, prints its number
 * java src/exit/Walk.java BASE TOKEN MAIL-FOLDER close NUMBER      takes a ticket that is under way to its end
 * java src/exit/Walk.java BASE TOKEN MAIL-FOLDER new               registers a ticket and takes it to its end
 * </pre>
 */
public class Walk {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final String base;
    private final String token;
    private final Path mails;
    private String webapps;

    Walk(String base, String token, Path mails) {
        this.base = base;
        this.token = token;
        this.mails = mails;
    }

    public static void main(String[] arguments) throws Exception {
        Walk walk = new Walk(arguments[0], arguments[1], Path.of(arguments[2]));
        switch (arguments[3]) {
            case "register" -> System.out.println(walk.registerAndTake());
            case "close" -> walk.close(arguments[4]);
            case "new" -> walk.close(walk.registerAndTake());
            default -> throw new IllegalArgumentException(arguments[3]);
        }
    }

    private String registerAndTake() throws Exception {
        String body = """
                {"type": "PROBLEM", "service": "docs", "subject": "Не открывается документ", "description": "С утра.",
                 "steps": "Открыть", "expected": "Открыт", "actual": "Ошибка 500"}""";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        request("/api/v1/tickets")
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        require(answer.statusCode() == 201, "a ticket is registered: " + answer.statusCode());
        String number = found("\"number\"\\s*:\\s*\"([^\"]+)\"", answer.body());
        Session anna = new Session("anna", "demo");
        String task = anna.task(number, "Task_Triage");
        require(anna.get("/desk/tasks/" + task + "/card").contains(number), number + ": its card is shown");
        require(administrator().timers(number) >= 2, number + ": its timers are set");
        anna.decide(task, Map.of(
                "outcome", "TAKE",
                "type", "PROBLEM",
                "affected", "MODULE",
                "scope", "ONE_USER",
                "effect", "MINOR",
                "dataLoss", false,
                "workaround", true,
                "priority", "P3",
                "text", "Смотрим."));
        anna.task(number, "Task_ApplyInstructions");
        say(number + ": triaged, and taken into work");
        return number;
    }

    /** The administrator of the demo, or the one that {@code WALK_ADMINISTRATOR=name:password} names. */
    private Session administrator() throws Exception {
        String[] named = System.getenv().getOrDefault("WALK_ADMINISTRATOR", "admin:demo").split(":");
        return new Session(named[0], named[1]);
    }

    private void close(String number) throws Exception {
        Session anna = new Session("anna", "demo");
        anna.decide(anna.task(number, "Task_ApplyInstructions"), Map.of("outcome", "SOLVED", "text", "Снова открывается."));
        waitFor(() -> status(number).equals("CLOSED"), number + ": closed");
        waitFor(() -> wasTold(number), number + ": the customer was told");
    }

    private String status(String number) {
        try {
            return found(
                    "\"status\"\\s*:\\s*\"([A-Z_]+)\"",
                    HttpClient.newHttpClient()
                            .send(
                                    request("/api/v1/tickets/" + number)
                                            .header("Authorization", "Bearer " + token)
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The demo's mails are files that are named after ticket and kind. */
    private boolean wasTold(String number) {
        return Files.exists(mails.resolve(number + ".ticket-solved.1.eml"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    /** Somebody of the staff, signed in on the desk's page. */
    private class Session {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String name;

        Session(String name, String password) throws Exception {
            this.name = name;
            String form = "username=" + name + "&password=" + password + "&_csrf="
                    + URLEncoder.encode(found(CSRF.pattern(), get("/sign-in")), StandardCharsets.UTF_8);
            send(request("/sign-in")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            if (webapps == null) {
                webapps = get("/camunda/app/welcome/default/", 200) ? "/camunda" : "/operaton";
            }
            require(get(webapps + "/app/welcome/default/", 200), name + " is signed in to " + webapps);
        }

        String task(String number, String step) {
            String[] id = new String[1];
            waitFor(
                    () -> {
                        Matcher task = Pattern.compile("\"id\":\"([^\"]+)\",\"name\":\"" + number + "[^}]*\"taskDefinitionKey\":\""
                                        + step + "\"")
                                .matcher(quietly("/task?processInstanceBusinessKey=" + number + "&maxResults=10"));
                        return task.find() && (id[0] = task.group(1)) != null;
                    },
                    number + " waits at " + step);
            return id[0];
        }

        long timers(String number) {
            String instance = found("\"processInstanceId\":\"([^\"]+)\"", quietly("/task?processInstanceBusinessKey=" + number + "&maxResults=1"));
            String count = quietly("/job/count?timers=true&processInstanceId=" + instance);
            return Long.parseLong(found("\"count\":(\\d+)", count));
        }

        void decide(String task, Map<String, Object> form) throws Exception {
            post("/task/" + task + "/claim", "{\"userId\":\"" + name + "\"}");
            Map<String, String> fields = new LinkedHashMap<>();
            form.forEach((field, value) -> fields.put(field, value instanceof Boolean
                    ? "{\"type\":\"Boolean\",\"value\":" + value + ",\"valueInfo\":{\"transient\":true}}"
                    : "{\"type\":\"String\",\"value\":\"" + value + "\",\"valueInfo\":{\"transient\":true}}"));
            StringBuilder json = new StringBuilder();
            fields.forEach((field, value) ->
                    json.append(json.length() == 0 ? "" : ",").append('"').append(field).append("\":").append(value));
            post("/task/" + task + "/submit-form", "{\"variables\":{" + json + "}}");
        }

        private void post(String path, String json) throws Exception {
            String echoed = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
            HttpResponse<String> answer = send(request(webapps + "/api/engine/engine/default" + path)
                    .header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", echoed)
                    .POST(BodyPublishers.ofString(json)));
            require(answer.statusCode() < 300, path + ": " + answer.statusCode() + " " + (answer.statusCode() < 300 ? "" : answer.body()));
        }

        private String quietly(String path) {
            try {
                return get(webapps + "/api/engine/engine/default" + path);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        String get(String path) throws Exception {
            return send(request(path)).body();
        }

        private boolean get(String path, int status) throws Exception {
            return send(request(path)).statusCode() == status;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        require(matcher.find(), "found " + pattern + (text.length() < 300 ? " in " + text : ""));
        return matcher.group(1);
    }

    private static void waitFor(BooleanSupplier done, String what) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            require(Instant.now().isBefore(end), what);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
        say(what);
    }

    private static void require(boolean held, String what) {
        if (!held) {
            System.err.println("FAILED  " + what);
            System.exit(1);
        }
    }

    private static void say(String what) {
        System.err.println("ok      " + what);
    }
}
