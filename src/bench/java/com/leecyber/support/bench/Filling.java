package com.leecyber.support.bench;

import static com.leecyber.support.bench.Benchmark.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A database with very many tickets: some hundred that were really worked on, and clones of them. */
final class Filling {

    private static final String MARK = "filled-by-bench.txt";

    private Filling() {}

    /** Fills a data folder, unless it was filled alike before. */
    static void of(Path data, Fillings wanted) throws Exception {
        Path mark = data.resolve(MARK);
        if (Files.exists(mark)) {
            if (!Files.readString(mark).equals(wanted.toString())) {
                throw new IOException(data + " is filled otherwise: " + Files.readString(mark));
            }
            print("filled", "before, with " + wanted);
            return;
        }
        if (Files.exists(data)) {
            throw new IOException(data + " was not filled to its end: remove it first");
        }
        long start = System.nanoTime();
        // Their job threads would run by the machine's clock.
        List<String> still =
                List.of("--camunda.bpm.job-execution.enabled=false", "--support.audit.checkpoints.enabled=false");
        try (Desk desk = Desk.started(data, still)) {
            Rehearsal.play(desk, wanted.seed(), wanted.templates(), wanted.templates() / 5);
            Desk.await(() -> desk.count("select count(*) from closed_ticket_due") == 0);
        }
        print("rehearsal", "%.0f s".formatted((System.nanoTime() - start) / 1e9));
        Loading.into(data, wanted);
        Files.writeString(mark, wanted.toString());
        print("filled", "in %.0f s, with %s".formatted((System.nanoTime() - start) / 1e9, wanted));
    }
}
