package com.leecyber.support.bench;

import static com.leecyber.support.bench.Benchmark.print;

import com.jayway.jsonpath.JsonPath;
import com.leecyber.support.Modeler;
import com.leecyber.support.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** How long a process owner waits: proposing a change, reading what it would mean, and moving what is under way. */
final class ChangeOfRules {

    private final Desk desk;
    private final int port;

    ChangeOfRules(Desk desk) {
        this.desk = desk;
        this.port = desk.port();
    }

    void measure() throws IOException {
        String window = Files.readString(Path.of("bpmn", "responseWindow.dmn")).replace("\"PT6H\"", "\"PT1H\"");
        String diagram = Files.readString(Path.of("bpmn", "ticket.bpmn"))
                .replace("Квалифицировать обращение", "Разобрать обращение");
        Visitor lead = Visitor.signedIn(port, "vera");

        String table = proposed("responseWindow.dmn", window);
        timed(
                "what-if over %d closed tickets"
                        .formatted(desk.count("select count(*) from ticket where status = 'CLOSED'")),
                () -> lead.get("/changes/" + table));

        String change = proposed("ticket.bpmn", diagram);
        long running = desk.count("select count(*) from act_ru_execution process join act_re_procdef diagram"
                + " on diagram.id_ = process.proc_def_id_ where process.id_ = process.proc_inst_id_"
                + " and diagram.key_ = 'ticket'");
        timed("forecast for %d running processes".formatted(running), () -> lead.get("/changes/" + change));
        String csrf = lead.csrf();
        timed("approval", () -> lead.form("/changes/" + change + "/approval", "_csrf", csrf, "why", ""));
        long start = System.nanoTime();
        Desk.await(() -> desk.count("select count(*) from change where moved_at is null and state = 'DEPLOYED'") == 0);
        double seconds = (System.nanoTime() - start) / 1e9;
        long moved = desk.count("select count(*) from moved_process where moved");
        print("moved", "%d of %d in %.1f s: %.0f/s".formatted(moved, running, seconds, moved / seconds));
    }

    private String proposed(String file, String content) {
        HttpResponse<String> answer = timed(
                "proposal of " + file,
                () -> Modeler.signedIn(port, "olga", "demo")
                        .deploy("Benchmark: " + file, file, content.getBytes(StandardCharsets.UTF_8)));
        return JsonPath.read(answer.body(), "$.id");
    }

    private static HttpResponse<String> timed(String what, Supplier<HttpResponse<String>> call) {
        long start = System.nanoTime();
        HttpResponse<String> answer = call.get();
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(what + ": " + answer.statusCode() + " " + answer.body());
        }
        print(what, "%.0f ms".formatted((System.nanoTime() - start) / 1e6));
        return answer;
    }
}
