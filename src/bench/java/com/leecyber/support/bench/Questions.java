package com.leecyber.support.bench;

import static com.leecyber.support.bench.Benchmark.print;

import com.leecyber.support.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** How long auditors and leads wait for each of their pages: so many readers at once, each one page after the other. */
final class Questions {

    private static final int WARM_UP = 20;

    private final Desk desk;
    private final Sample sample;
    private final int readers;
    private final Map<String, Visitor> visitors = new HashMap<>();

    Questions(Desk desk, int readers) {
        this.desk = desk;
        this.readers = readers;
        this.sample = Sample.of(desk);
    }

    /** @param times how often each page is asked for */
    void measure(int times) {
        for (Question question : Question.ALL) {
            try {
                measure(question, times);
            } catch (IllegalStateException unanswered) {
                // The others' figures took long to come to, and are worth as much without this one.
                print(question.name(), "NOT MEASURED: " + unanswered.getCause());
            }
        }
    }

    private void measure(Question question, int times) {
        ask(question, Math.min(WARM_UP, times), 1);
        print(question.name(), ask(question, times, readers).toString());
    }

    /**
     * Writes down how the database finds what each page shows.
     *
     * @param data the database's folder
     */
    void explain(Path data, Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        try (Plans plans = Plans.of(desk, data)) {
            for (Question question : Question.ALL) {
                String path = question.path().apply(sample);
                HttpResponse<String> answer = reader(question, 0).get(path);
                Files.writeString(
                        folder.resolve(question.name().replaceAll("[^a-z]+", "-") + ".txt"),
                        path + ": " + answer.statusCode() + "\n\n" + plans.written());
            }
        }
        print("plans", "in " + folder);
    }

    private Latencies ask(Question question, int times, int readers) {
        return new Clients(readers).make(times, client -> {
            Visitor visitor = reader(question, client);
            return call -> {
                String path = question.path().apply(sample);
                HttpResponse<String> answer = visitor.get(path);
                if (answer.statusCode() >= 400) {
                    throw new IllegalStateException(path + ": " + answer.statusCode());
                }
            };
        });
    }

    /** Each has a session of their own. */
    private Visitor reader(Question question, int client) {
        return visitors.computeIfAbsent(question.who() + client, name -> Visitor.signedIn(desk.port(), question.who()));
    }
}
