package com.leecyber.support.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.proof.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Journal.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class JournalTest {

    private static final AtomicInteger TICKETS = new AtomicInteger();

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Value("${spring.flyway.url}")
    String url;

    private final String ticket = "LC-" + TICKETS.incrementAndGet();

    @Test
    void tellsWhatHappenedByWhomAndWhy() {
        Actor.as("mail", () -> journal.open(ticket, EventKind.TICKET_REGISTERED, "R5.1", Map.of("канал", "EMAIL")));
        journal.record(ticket, EventKind.NOTE_ADDED, null, Map.of());

        List<JournalEntry> entries = journal.of(ticket);
        assertThat(entries)
                .extracting(
                        JournalEntry::sequence,
                        JournalEntry::actor,
                        JournalEntry::kind,
                        JournalEntry::clause,
                        JournalEntry::details)
                .containsExactly(
                        tuple(1, "system:mail", "TICKET_REGISTERED", "R5.1", "{\"канал\":\"EMAIL\"}"),
                        tuple(2, "system:application", "NOTE_ADDED", null, "{}"));
        assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
        assertThat(journal.verify(ticket)).isEmpty();
    }

    @Test
    void saysWhereInWhichDiagramItHappened() {
        new Step("ticket:3", "Task_Triage")
                .during(() -> journal.open(ticket, EventKind.TRIAGE_DECIDED, "R5.2", Map.of("outcome", "TAKE")));
        journal.record(ticket, EventKind.NOTE_ADDED, null, Map.of());

        assertThat(journal.of(ticket))
                .extracting(JournalEntry::details)
                .containsExactly(
                        "{\"outcome\":\"TAKE\",\"step\":{\"diagram\":\"ticket:3\",\"element\":\"Task_Triage\"}}", "{}");
    }

    @Test
    void saysWhatTheTableWasAsked() {
        Decided decided = new Decided(
                "priority:3",
                "P1-1",
                "R4.2",
                Map.of("scope", "ALL_USERS", "dataLoss", false),
                Map.of("priority", "P1"));
        journal.open(ticket, EventKind.PRIORITY_SET, "R4.2", decided.alone());

        assertThat(journal.of(ticket).get(0).details())
                .isEqualTo(
                        "{\"decided\":[{\"answer\":{\"priority\":\"P1\"},\"clause\":\"R4.2\","
                                + "\"facts\":{\"dataLoss\":false,\"scope\":\"ALL_USERS\"},\"rule\":\"P1-1\",\"table\":\"priority:3\"}]}");
    }

    @Test
    void beginsWithAnyEntry() {
        journal.record(ticket, EventKind.NOTE_ADDED, null, Map.of());

        assertThat(journal.of(ticket)).extracting(JournalEntry::sequence).containsExactly(1);
        assertThat(journal.verify(ticket)).isEmpty();
    }

    @Test
    void opensATicketOnce() {
        journal.open(ticket, EventKind.TICKET_REGISTERED, "R5.1", Map.of());

        assertThatThrownBy(() -> journal.open(ticket, EventKind.TICKET_REGISTERED, "R5.1", Map.of()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void hasNothingToSayAgainstAnUnknownTicket() {
        assertThat(journal.of("LC-unknown")).isEmpty();
        assertThat(journal.verify("LC-unknown")).isEmpty();
    }

    @Test
    void keepsNothingOfATransactionThatFailed() {
        journal.open(ticket, EventKind.TICKET_REGISTERED, "R5.1", Map.of());
        transaction.executeWithoutResult(status -> {
            journal.record(ticket, EventKind.TICKET_CLOSED, "R5.4c", Map.of());
            status.setRollbackOnly();
        });
        journal.record(ticket, EventKind.NOTE_ADDED, null, Map.of());

        assertThat(journal.of(ticket))
                .extracting(JournalEntry::kind)
                .containsExactly("TICKET_REGISTERED", "NOTE_ADDED");
        assertThat(journal.verify(ticket)).isEmpty();
    }

    @Test
    void takesTextsThatDatabasesDislike() {
        journal.record(ticket, EventKind.NOTE_ADDED, null, Map.of("text", "half \uD83D, nul \u0000, quote \" ' \\ 🙂"));

        assertThat(journal.verify(ticket)).isEmpty();
    }

    @Test
    void growsAnUnbrokenChainFromManyWritersAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> writing = new ArrayList<>();
            IntStream.range(0, 160)
                    .forEach(index -> writing.add(threads.submit(
                            () -> journal.record(ticket, EventKind.NOTE_ADDED, null, Map.of("index", index)))));
            for (Future<?> one : writing) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(journal.of(ticket))
                .extracting(JournalEntry::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 160).boxed().toList());
        assertThat(journal.verify(ticket)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "update journal set actor = 'nobody'",
                "delete from journal",
                "truncate journal",
                "alter table journal disable trigger all",
                "drop table journal"
            })
    @DisplayName("The application's role cannot alter the journal")
    void refusesTheApplicationAnyChange(String change) {
        assertThatThrownBy(() -> database.sql(change).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"update journal set actor = 'nobody'", "delete from journal where false", "truncate journal"})
    @DisplayName("Even the owner of the tables is refused by the guard")
    void refusesTheOwnerWhileTheGuardStands(String change) {
        assertThatThrownBy(() -> asOwner(change)).hasMessageContaining("append-only");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "update journal set details = '{\"priority\":\"P3\"}' where ticket = '%s' and sequence = 2; 2",
                "update journal set actor = 'nobody' where ticket = '%s' and sequence = 3; 3",
                "update journal set clause = '' where ticket = '%s' and sequence = 1; 1",
                "update journal set recorded_at = recorded_at + interval '1 microsecond'"
                        + " where ticket = '%s' and sequence = 4; 4",
                "update journal set kind = 'NEVER_HEARD_OF' where ticket = '%s' and sequence = 2; 2",
                "update journal set hash = repeat('a', 64) where ticket = '%s' and sequence = 4; 4",
                "delete from journal where ticket = '%s' and sequence = 2; 3",
                "delete from journal where ticket = '%s' and sequence = 1; 2",
                "update journal set sequence = 9 where ticket = '%s' and sequence = 4; 9"
            })
    @DisplayName("What was altered behind the guard's back is named")
    void namesWhatWasAltered(String alteration, int named) throws SQLException {
        journal.open(ticket, EventKind.TICKET_REGISTERED, null, Map.of());
        journal.record(ticket, EventKind.PRIORITY_SET, "R4.2", Map.of("priority", "P1"));
        journal.record(ticket, EventKind.NOTE_ADDED, null, Map.of());
        journal.record(ticket, EventKind.TICKET_CLOSED, "R5.4c", Map.of());

        asOwner(
                "alter table journal disable trigger all",
                alteration.formatted(ticket),
                "alter table journal enable trigger all");

        assertThat(journal.verify(ticket)).contains(named);
    }

    @Test
    @DisplayName("An auditor can compute every hash without this program, in SQL")
    void canBeVerifiedInSql() {
        journal.open(ticket, EventKind.TICKET_REGISTERED, "R5.1", Map.of("тема", "Не открывается Docs"));
        journal.record(ticket, EventKind.NOTE_ADDED, null, Map.of());

        List<Boolean> hashesAgree =
                database.sql("""
                        select hash = encode(sha256(convert_to(string_agg(
                                   coalesce(octet_length(field) || ':' || field || ',', '-,'), '' order by position),
                                   'UTF8')), 'hex')
                        from journal, unnest(array[previous_hash::text, ticket, sequence::text,
                                 to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                                 actor, kind, clause, details]) with ordinality as fields (field, position)
                        where ticket = :ticket
                        group by id order by sequence
                        """).param("ticket", ticket).query(Boolean.class).list();

        assertThat(hashesAgree).containsExactly(true, true);
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection owner = TestDatabase.owner(url);
                Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
