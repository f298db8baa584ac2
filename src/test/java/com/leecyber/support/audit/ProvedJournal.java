package com.leecyber.support.audit;

import com.leecyber.support.MovableClock;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.proof.Verifier;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A journal in a database of its own that a test may do anything to, with its checkpoints. */
final class ProvedJournal implements AutoCloseable {

    static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private static final List<String> TABLES = List.of("checkpoint_head", "checkpoint", "journal");

    final String url;
    final HikariDataSource connections = new HikariDataSource();
    final JdbcClient database;
    final TransactionTemplate transaction;
    final MovableClock clock = new MovableClock();
    final Journal journal;
    private final DataSourceTransactionManager transactions;

    CheckpointSettings settings;
    CheckpointRows rows;
    CheckpointFolder folder;
    Checkpoints checkpoints;
    JournalExport export;
    Verification verification;
    Proofs proofs;

    private ProvedJournal(String url) {
        this.url = url;
        connections.setJdbcUrl(url);
        connections.setUsername("support_app");
        connections.setMinimumIdle(1);
        database = JdbcClient.create(connections);
        transactions = new DataSourceTransactionManager(connections);
        transaction = new TransactionTemplate(transactions);
        journal = new Journal(database, clock);
    }

    static ProvedJournal create() {
        String url = TestDatabase.url(TestDatabase.create());
        Flyway.configure()
                .dataSource(url, "support_owner", "")
                .placeholders(Map.of("application_role", "support_app"))
                .load()
                .migrate();
        return new ProvedJournal(url);
    }

    /** Begins anew, with an empty journal and an empty place for checkpoints. */
    void beginAnew(Path place) throws SQLException {
        behindTheGuard("truncate " + String.join(", ", TABLES));
        keepCheckpointsIn(place.resolve("checkpoints"));
    }

    /** As another node, or a desk that was started anew, would. */
    void keepCheckpointsIn(Path directory) {
        settings = new CheckpointSettings(true, Duration.ofMinutes(15), directory, null);
        rows = new CheckpointRows(database);
        folder = new CheckpointFolder(settings);
        checkpoints = new Checkpoints(rows, folder, transactions, clock);
        export = new JournalExport(connections, transactions);
        verification = new Verification(
                export, rows, folder, new CheckpointComparison(database, rows, folder), transactions, clock);
        proofs = new Proofs(journal, rows, folder);
    }

    /** Adds entries to a chain. */
    void grow(String chain, int entries) {
        for (int entry = 0; entry < entries; entry++) {
            clock.advance(Duration.ofSeconds(1));
            transaction.executeWithoutResult(
                    status -> journal.record(chain, EventKind.NOTE_ADDED, "R5.2", Map.of("текст", "«да»")));
        }
    }

    /** As on a node that has just started. */
    Verifications verifications() {
        return new Verifications(verification, new VerificationEntries(database, journal));
    }

    VerificationReport verify() {
        return verification.run(progress -> {});
    }

    /** What the verifier prints about an export of the whole journal and the checkpoints' folder. */
    String verifyOffline(Path place) throws IOException {
        Path file = place.resolve("journal.jsonl");
        List<String> lines = new ArrayList<>();
        export.all(entry -> lines.add(entry.line()));
        Files.write(file, lines);
        return offline(
                "--key",
                settings.folder().resolve("public-key.pem").toString(),
                "--checkpoints",
                settings.folder().toString(),
                "--whole",
                file.toString());
    }

    static String offline(String... arguments) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = Verifier.run(new PrintStream(printed, true, StandardCharsets.UTF_8), RUSSIAN, arguments);
        return printed.toString(StandardCharsets.UTF_8) + "exit " + code;
    }

    /** As somebody who owns the tables and switches their guards off. */
    void behindTheGuard(String... statements) throws SQLException {
        try (Connection owner = TestDatabase.owner(url);
                Statement statement = owner.createStatement()) {
            for (String sql : Stream.of(switched("disable"), Stream.of(statements), switched("enable"))
                    .flatMap(each -> each)
                    .toList()) {
                statement.execute(sql);
            }
        }
    }

    /** Puts other details into an entry, and computes its hash and those of all later ones anew. */
    void rewrite(String chain, int sequence, String details) throws SQLException {
        JournalEntry previous = null;
        List<String> statements = new ArrayList<>();
        for (JournalEntry entry : journal.of(chain)) {
            JournalEntry rewritten = new JournalEntry(
                            entry.ticket(),
                            entry.sequence(),
                            entry.recordedAt(),
                            entry.actor(),
                            entry.kind(),
                            entry.clause(),
                            entry.sequence() == sequence ? details : entry.details(),
                            previous == null ? JournalEntry.NOTHING_BEFORE : previous.hash(),
                            null)
                    .sealed();
            statements.add(
                    "update journal set details = '%s', previous_hash = '%s', hash = '%s' where ticket = '%s' and sequence = %d"
                            .formatted(
                                    rewritten.details(),
                                    rewritten.previousHash(),
                                    rewritten.hash(),
                                    chain,
                                    entry.sequence()));
            previous = rewritten;
        }
        behindTheGuard(statements.toArray(String[]::new));
    }

    private static Stream<String> switched(String how) {
        return TABLES.stream().map(table -> "alter table " + table + " " + how + " trigger user");
    }

    @Override
    public void close() {
        connections.close();
    }
}
