package com.leecyber.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody at the desk's door, with a cookie jar of their own and headers that they send each time. */
public class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final List<String> headers = new ArrayList<>();

    private Visitor(int port) {
        this.port = port;
    }

    public static Visitor anonymous(int port) {
        return new Visitor(port);
    }

    /** A machine with a token. */
    public static Visitor withToken(int port, String token) {
        return anonymous(port).with("Authorization", "Bearer " + token);
    }

    /** One of the demo's people, signed in on the desk's page and known to Camunda's applications. */
    public static Visitor signedIn(int port, String user) {
        Visitor visitor = anonymous(port);
        visitor.signIn(user, "demo");
        visitor.get("/camunda/app/welcome/default/");
        visitor.with("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow());
        return visitor;
    }

    /** Sends this header from now on. */
    public Visitor with(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    public HttpResponse<String> signIn(String user, String password) {
        return form("/sign-in", "username", user, "password", password, "_csrf", csrf());
    }

    /** One of the demo's customers, in the panel. */
    public HttpResponse<String> panelSignIn(String customer) {
        return form("/panel/sign-in", "username", customer, "password", "demo", "_csrf", csrf("/panel/sign-in"));
    }

    /** The token of this visitor's session, which fits every form of the desk's own pages. */
    public String csrf() {
        return csrf("/sign-in");
    }

    /** The token in the forms of a page. */
    public String csrf(String page) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " has no CSRF token");
        }
        return token.group(1);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        String[] typed = join(new String[] {"Content-Type", "application/json"}, headers);
        return send("POST", path, BodyPublishers.ofString(json), typed);
    }

    public HttpResponse<String> form(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int index = 0; index < fields.length; index += 2) {
            body.append(index == 0 ? "" : "&")
                    .append(fields[index])
                    .append('=')
                    .append(URLEncoder.encode(fields[index + 1], StandardCharsets.UTF_8));
        }
        return send(
                "POST",
                path,
                BodyPublishers.ofString(body.toString()),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** Uploads one file in the part {@code file}. */
    public HttpResponse<String> upload(String path, String name, byte[] content) {
        String boundary = "b" + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[12]);
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArrays(List.of(head, content, foot)),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return exchange(method, path, body, BodyHandlers.ofString(), headers);
    }

    public HttpResponse<byte[]> download(String path) {
        return exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    /** What comes line by line for as long as somebody listens. */
    public HttpResponse<Stream<String>> listen(String path) {
        return exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofLines());
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private <T> HttpResponse<T> exchange(
            String method, String path, BodyPublisher body, HttpResponse.BodyHandler<T> answer, String... extra) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).method(method, body);
        String[] all = join(headers.toArray(String[]::new), extra);
        if (all.length > 0) {
            request.headers(all);
        }
        try {
            return client.send(request.build(), answer);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Redirects of a sign-in lead to other servers and back. */
    private URI address(String path) {
        return URI.create(path.startsWith("http") ? path : "http://localhost:" + port + path);
    }

    private static String[] join(String[] first, String[] second) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray(String[]::new);
    }
}
