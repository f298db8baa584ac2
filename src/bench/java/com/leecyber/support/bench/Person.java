package com.leecyber.support.bench;

import com.leecyber.support.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;

/** One of the demo's people, signed in and working as Tasklist's forms do. */
final class Person {

    private final String name;
    private final Visitor visitor;

    private Person(String name, Visitor visitor) {
        this.name = name;
        this.visitor = visitor;
    }

    static Person signedIn(int port, String name) {
        Visitor visitor = Visitor.signedIn(port, name);
        // The card of any task brings the cookie that writing from a card needs.
        visitor.get("/desk/tasks/none/card");
        return new Person(
                name, visitor.with("X-DESK-XSRF", visitor.cookie("DESK-XSRF").orElseThrow()));
    }

    void decides(String task, Map<String, Object> form) {
        post("/camunda/api/engine/engine/default/task/" + task + "/claim", "{\"userId\":\"" + name + "\"}");
        post(
                "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                "{\"variables\":{" + form.entrySet().stream().map(Person::field).collect(Collectors.joining(","))
                        + "}}");
    }

    /** Writes to the customer from the ticket's card. */
    void replies(String task, String text) {
        post("/desk/tasks/" + task + "/replies", "{\"text\":\"" + text + "\"}");
    }

    void notes(String task, String text) {
        post("/desk/tasks/" + task + "/notes", "{\"text\":\"" + text + "\"}");
    }

    private static String field(Map.Entry<String, Object> field) {
        boolean flag = field.getValue() instanceof Boolean;
        return "\"%s\":{\"type\":\"%s\",\"value\":%s,\"valueInfo\":{\"transient\":true}}"
                .formatted(
                        field.getKey(),
                        flag ? "Boolean" : "String",
                        flag ? field.getValue() : "\"" + field.getValue() + "\"");
    }

    private void post(String path, String json) {
        HttpResponse<String> answer = visitor.post(path, json);
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
