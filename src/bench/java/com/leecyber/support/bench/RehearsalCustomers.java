package com.leecyber.support.bench;

import com.leecyber.support.Visitor;
import com.leecyber.support.security.ApiRole;
import com.leecyber.support.security.ApiTokens;
import com.leecyber.support.ticket.Channel;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Some customers of the rehearsal; one in twenty requests comes from one without a licence. */
final class RehearsalCustomers {

    static final String DOMAIN = "rehearsal.example";

    private static final int CUSTOMERS = 12;
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");

    private final List<Client> clients;

    private RehearsalCustomers(List<Client> clients) {
        this.clients = clients;
    }

    static RehearsalCustomers of(Desk desk, Instant start) {
        List<Client> clients = new ArrayList<>();
        for (int index = 0; index < CUSTOMERS; index++) {
            long id = desk.database()
                    .sql("insert into customer (name, email, language, created_at) values (?, ?, ?, ?) returning id")
                    .param("Репетиция " + index)
                    .param("customer" + index + "@" + DOMAIN)
                    .param(index % 4 == 3 ? "en" : "ru")
                    .param(start.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            Instant end = index == 0 ? start.minus(Duration.ofDays(90)) : start.plus(Duration.ofDays(700));
            desk.database()
                    .sql("insert into licence (customer_id, valid_from, valid_until) values (?, ?, ?)")
                    .param(id)
                    .param(start.minus(Duration.ofDays(400)).atOffset(ZoneOffset.UTC))
                    .param(end.atOffset(ZoneOffset.UTC))
                    .update();
            for (Channel channel : Channel.values()) {
                String token = desk.bean(ApiTokens.class)
                        .create("rehearsal " + index + " " + channel, ApiRole.CUSTOMER, id, channel);
                clients.add(new Client(id, channel.name(), Visitor.withToken(desk.port(), token)));
            }
        }
        return new RehearsalCustomers(clients);
    }

    /** The customer without a licence comes now and then, and everybody through the panel twice as often. */
    Client any(Chance chance) {
        int customer = chance.of(0.05) ? 0 : 1 + chance.below(CUSTOMERS - 1);
        String channel = chance.weighted("PANEL", 50, "EMAIL", 35, "TELEGRAM", 15);
        return clients.stream()
                .filter(client -> client.customer()
                        == clients.get(customer * Channel.values().length).customer())
                .filter(client -> client.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** Whoever registered a ticket. */
    Client of(Desk desk, String number) {
        long customer = desk.database()
                .sql("select customer_id from ticket where number = ?")
                .param(number)
                .query(Long.class)
                .single();
        return clients.stream()
                .filter(client -> client.customer() == customer)
                .findFirst()
                .orElseThrow();
    }

    /** A customer who comes through one channel. */
    record Client(long customer, String channel, Visitor visitor) {

        String registers(Chance chance) {
            String type = chance.weighted("QUESTION", 35, "PROBLEM", 50, "LIMITS", 9, "CLAIM", 6);
            String number = sent("/api/v1/tickets", """
                {"type": "%s", "service": "%s", "subject": "%s",
                 "description": "С утра не открывается ни один документ. Вчера всё работало, мы ничего не меняли. Перезагрузка и другой браузер не помогли.",
                 "steps": "Открыть любой документ", "expected": "Документ открыт", "actual": "Ошибка 500"}
                """.formatted(
                    type,
                    chance.weighted(
                            "docs", 35, "projects", 25, "id", 15, "status", 5, "api", 10, "billing", 7, "other", 3),
                    chance.any(
                            "Не открывается документ",
                            "Не приходит письмо с кодом",
                            "Ошибка 500 при сохранении",
                            "Как поделиться проектом?")));
            if (chance.of(0.15)) {
                HttpResponse<String> kept = visitor.upload(
                        "/api/v1/tickets/" + number + "/files",
                        "log.txt",
                        "2026-01-01 ERROR 500\n".repeat(20 + chance.below(60)).getBytes(StandardCharsets.UTF_8));
                require(kept);
            }
            return number;
        }

        void writes(String number) {
            sent("/api/v1/tickets/" + number + "/messages", "{\"text\": \"Firefox, последняя версия. Снимок ниже.\"}");
        }

        void withdraws(String number) {
            sent("/api/v1/tickets/" + number + "/withdrawal", "");
        }

        private String sent(String path, String json) {
            HttpResponse<String> answer = require(visitor.post(path, json));
            Matcher number = NUMBER.matcher(answer.body());
            return number.find() ? number.group(1) : "";
        }

        private static HttpResponse<String> require(HttpResponse<String> answer) {
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        }
    }
}
