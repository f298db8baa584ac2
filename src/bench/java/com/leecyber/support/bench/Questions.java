package com.leecyber.support.bench;

import static com.leecyber.support.bench.Benchmark.print;

import com.leecyber.support.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long an auditor and a lead wait for each of their pages; one reader, one page after the other. */
final class Questions {

    private static final int WARM_UP = 20;

    private final Desk desk;
    private final Sample sample;
    private final Map<String, Visitor> readers = new HashMap<>();

    Questions(Desk desk) {
        this.desk = desk;
        this.sample = Sample.of(desk);
    }

    /** @param times how often each page is asked for */
    void measure(int times) {
        for (Question question : Question.ALL) {
            try {
                measure(question, times);
            } catch (IllegalStateException unanswered) {
                // The others' figures took long to come to, and are worth as much without this one.
                print(question.name(), "NOT MEASURED, " + unanswered.getMessage());
            }
        }
    }

    private void measure(Question question, int times) {
        for (int call = 0; call < Math.min(WARM_UP, times); call++) {
            ask(question);
        }
        long[] nanos = new long[times];
        long start = System.nanoTime();
        for (int call = 0; call < times; call++) {
            long asked = System.nanoTime();
            ask(question);
            nanos[call] = System.nanoTime() - asked;
        }
        print(question.name(), new Latencies(nanos, Duration.ofNanos(System.nanoTime() - start)).toString());
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
                HttpResponse<String> answer = reader(question).get(path);
                Files.writeString(
                        folder.resolve(question.name().replaceAll("[^a-z]+", "-") + ".txt"),
                        path + ": " + answer.statusCode() + "\n\n" + plans.written());
            }
        }
        print("plans", "in " + folder);
    }

    private void ask(Question question) {
        String path = question.path().apply(sample);
        HttpResponse<String> answer = reader(question).get(path);
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
    }

    private Visitor reader(Question question) {
        return readers.computeIfAbsent(question.who(), name -> Visitor.signedIn(desk.port(), name));
    }
}
