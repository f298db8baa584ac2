package com.leecyber.support.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer's machine that registers problems through the API. */
final class Customer {

    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");

    private static final String PROBLEM = """
            {"type": "PROBLEM", "service": "docs", "subject": "Не открывается документ",
             "description": "С утра не открывается ни один документ. Вчера всё работало.",
             "steps": "Открыть любой документ", "expected": "Документ открыт", "actual": "Ошибка 500"}
            """;

    private final HttpClient connection =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    Customer(int port, String token) {
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tickets"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(PROBLEM))
                .build();
    }

    /** Registers a problem and returns its number. */
    String register() throws IOException, InterruptedException {
        HttpResponse<String> answer = connection.send(request, BodyHandlers.ofString());
        Matcher number = NUMBER.matcher(answer.body());
        if (answer.statusCode() != 201 || !number.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return number.group(1);
    }
}
