package com.leecyber.support.inspection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.leecyber.support.ticket.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * Writes downloads while they are read from the database, and knows how far each is.
 *
 * <p>A download takes a connection to the database for as long as its reader takes to fetch it; so there are only so many at
 * once on a node. How far one is, is known on the node that writes it, and only to whoever asked for it.
 */
@Component
class Exports {

    private static final int AT_ONCE = 4;
    private static final int REMEMBERED = 1000;
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final String NAME = "[A-Za-z0-9-]{8,64}";

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Cache<String, Progress> progress = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(MEMORY)
            .build();

    /** How far a download is. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** The rows written and expected, as its page asks for them. */
    record View(long written, long expected, State state) {}

    /** What a download has come to. */
    private static final class Progress {
        private final AtomicLong written = new AtomicLong();
        private volatile long expected;
        private volatile State state = State.RUNNING;

        View view() {
            return new View(written.get(), expected, state);
        }
    }

    /** Too many are being written. */
    static final class TooMany extends RuntimeException {}

    /** Takes the lines of a download. */
    interface Lines {

        /** Writes a text as it is, with its line end, as one row. */
        void add(String line);
    }

    /**
     * Writes a download.
     *
     * @param name what its page calls it, or an empty text
     * @param expected how many rows there will be; asked before anything is written
     * @param head what goes before the rows
     * @throws InvalidInput when the name is none
     * @throws TooMany when others are being written
     */
    void write(
            Kind kind,
            String file,
            String reader,
            String name,
            LongSupplier expected,
            String head,
            Consumer<Lines> rows,
            HttpServletResponse response)
            throws IOException {
        if (!name.isEmpty() && !name.matches(NAME)) {
            throw new InvalidInput("export", "audit.export.error.name");
        }
        if (!places.tryAcquire()) {
            throw new TooMany();
        }
        Progress run = new Progress();
        try {
            if (!name.isEmpty()) {
                progress.put(key(reader, name), run);
                run.expected = expected.getAsLong();
            }
            response.setContentType(kind.mediaType);
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "." + kind.ending + "\"");
            response.setHeader("Cache-Control", "no-store");
            Writer writer =
                    new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            writer.write(head);
            rows.accept(line -> add(writer, line, run));
            writer.flush();
            run.state = State.DONE;
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } finally {
            places.release();
            if (run.state != State.DONE) {
                run.state = State.FAILED;
            }
        }
    }

    /** How far a download of this reader is; empty when nobody knows of it. */
    Optional<View> find(String reader, String name) {
        return Optional.ofNullable(progress.getIfPresent(key(reader, name))).map(Progress::view);
    }

    private static void add(Writer writer, String line, Progress run) {
        try {
            writer.write(line);
            run.written.incrementAndGet();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String key(String reader, String name) {
        return reader + "\n" + name;
    }

    /** The forms of a download. */
    enum Kind {
        CSV("text/csv;charset=UTF-8", "csv"),
        JSON_LINES("application/x-ndjson;charset=UTF-8", "jsonl");

        private final String mediaType;
        private final String ending;

        Kind(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }
    }
}
