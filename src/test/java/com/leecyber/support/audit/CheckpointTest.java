package com.leecyber.support.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.leecyber.support.proof.Checkpoint;
import com.leecyber.support.proof.CheckpointHeader;
import com.leecyber.support.proof.Finding;
import com.leecyber.support.proof.Head;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What checkpoints cover, whom they keep waiting (nobody), and what they survive. */
class CheckpointTest {

    private static ProvedJournal desk;

    @TempDir
    Path place;

    @BeforeAll
    static void create() {
        desk = ProvedJournal.create();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void beginAnew() throws SQLException {
        desk.beginAnew(place);
    }

    @Test
    void namesTheHeadsOfTheChainsThatGrewAndFollowsTheOneBefore() {
        desk.grow("LC-1", 2);
        desk.grow("LC-2", 1);
        desk.checkpoints.take();
        desk.grow("LC-2", 3);
        desk.checkpoints.take();

        Checkpoint first = desk.folder.files().read(1);
        Checkpoint second = desk.folder.files().read(2);
        assertThat(first.heads()).containsExactly(head("LC-1", 2), head("LC-2", 1));
        assertThat(first.header().previous()).isEqualTo(CheckpointHeader.NOTHING_BEFORE);
        assertThat(second.heads()).containsExactly(head("LC-2", 4));
        assertThat(second.header().previous()).isEqualTo(first.header().hash());
        assertThat(desk.verify().uncovered()).isZero();
    }

    @Test
    void takesNoneWhenNothingIsNew() {
        desk.grow("LC-1", 1);

        assertThat(desk.checkpoints.take()).isEqualTo(1);
        assertThat(desk.checkpoints.take()).isZero();
        assertThat(desk.folder.numbers()).containsExactly(1);
    }

    @Test
    void keepsNoWriterWaitingAndCoversLaterWhatWasCommittedLater() throws Exception {
        desk.grow("LC-1", 1);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> writer = other.submit(() -> desk.transaction.executeWithoutResult(status -> {
                desk.journal.record("LC-1", EventKind.NOTE_ADDED, null, Map.of());
                written.countDown();
                awaits(taken);
                desk.journal.record("LC-1", EventKind.NOTE_ADDED, null, Map.of());
            }));
            awaits(written);
            // Later ids are committed while the writer's are not.
            desk.grow("LC-2", 1);
            for (int round = 0; round < 4; round++) {
                desk.checkpoints.take();
                desk.grow("LC-3", 1);
            }
            assertThat(desk.rows.covering("LC-1"))
                    .map(CheckpointRows.Covered::head)
                    .contains(head("LC-1", 1));
            taken.countDown();
            writer.get(30, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        desk.checkpoints.take();

        assertThat(desk.rows.covering("LC-1")).map(CheckpointRows.Covered::head).contains(head("LC-1", 3));
        assertThat(desk.verify().uncovered()).isZero();
        assertThat(desk.verify().isWhole()).isTrue();
    }

    @Test
    void leavesItToTheNodeThatIsAtIt() throws Exception {
        desk.grow("LC-1", 1);
        int meanwhile = desk.transaction.execute(status -> {
            desk.rows.lock();
            return elsewhere(desk.checkpoints::take);
        });

        assertThat(meanwhile).isZero();
        assertThat(desk.checkpoints.take()).isEqualTo(1);
    }

    @Test
    void adoptsAFileWhoseRowWasNeverWritten() throws Exception {
        desk.grow("LC-1", 1);
        desk.checkpoints.take();
        desk.behindTheGuard("delete from checkpoint_head", "delete from checkpoint");
        desk.grow("LC-1", 1);

        desk.checkpoints.take();

        assertThat(desk.folder.numbers()).containsExactly(1, 2);
        assertThat(desk.folder.files().read(2).heads()).containsExactly(head("LC-1", 2));
        assertThat(desk.verify().listed()).isEmpty();
    }

    @Test
    void neverOverwritesAFile() throws Exception {
        desk.grow("LC-1", 1);
        desk.checkpoints.take();
        Path foreign = Files.writeString(desk.folder.files().file(2), "somebody was here");
        desk.grow("LC-1", 1);

        desk.checkpoints.take();

        assertThat(foreign).hasContent("somebody was here");
        assertThat(desk.folder.numbers()).containsExactly(1, 2, 3);
    }

    @Test
    void makesItsKeyForItsOwnerAloneAndShowsThePublicHalf() throws Exception {
        desk.grow("LC-1", 1);
        desk.checkpoints.take();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.settings.key())))
                .isEqualTo("rw-------");
        assertThat(desk.settings.folder().resolve("public-key.pem")).hasContent(desk.checkpoints.publicKey());
        String fingerprint = desk.checkpoints.fingerprint();
        desk.keepCheckpointsIn(desk.settings.folder());
        assertThat(desk.checkpoints.fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void makesNoNewKeyWhereTheOldOneIsGone() throws Exception {
        desk.grow("LC-1", 1);
        desk.checkpoints.take();
        Files.delete(desk.settings.key());
        desk.keepCheckpointsIn(desk.settings.folder());

        assertThatThrownBy(desk.checkpoints::take).hasMessageContaining("is gone");
    }

    @Test
    void saysWhichKeyCannotBeRead() throws Exception {
        Files.writeString(desk.settings.key(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(desk.checkpoints::take)
                .hasMessageContaining(desk.settings.key().toString())
                .hasMessageContaining("support.audit.checkpoints.key-file");
    }

    @Test
    void refusesAKeyOfAnotherNode() throws Exception {
        desk.grow("LC-1", 1);
        desk.checkpoints.take();
        desk.keepCheckpointsIn(place.resolve("elsewhere"));
        desk.grow("LC-1", 1);

        assertThatThrownBy(desk.checkpoints::take).hasMessageContaining("signed by another key");
        assertThat(desk.folder.numbers()).isEmpty();
    }

    @Test
    void tellsAnOperatorWhatIsLate() {
        JournalHealthIndicator health =
                new JournalHealthIndicator(desk.settings, desk.rows, desk.folder, desk.verifications(), desk.clock);
        desk.checkpoints.fingerprint();
        desk.grow("LC-1", 1);
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");

        desk.clock.advance(Duration.ofMinutes(61));
        assertThat(health.health().getStatus()).isEqualTo(JournalHealthIndicator.WARNING);

        desk.checkpoints.take();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void tellsAnOperatorThatTheJournalIsBroken() throws Exception {
        Verifications verifications = desk.verifications();
        JournalHealthIndicator health =
                new JournalHealthIndicator(desk.settings, desk.rows, desk.folder, verifications, desk.clock);
        desk.grow("LC-1", 1);
        desk.checkpoints.take();
        desk.behindTheGuard("update journal set actor = 'nobody'");

        verifications.run();

        assertThat(health.health().getStatus()).isEqualTo(JournalHealthIndicator.WARNING);
        assertThat(health.health().getDetails()).containsEntry("findings", 1);
        assertThat(desk.verifications().last())
                .as("another node, or this one after a restart")
                .hasValueSatisfying(report -> assertThat(report.listed())
                        .extracting(Finding::chain, Finding::sequence)
                        .containsExactly(tuple("LC-1", 1)));
        assertThat(desk.journal.of("PROOF")).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("JOURNAL_VERIFIED");
            assertThat(entry.actor()).isEqualTo("system:verification");
            assertThat(entry.details()).contains("\"found\":1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[",
                "{\"report\":{}}",
                "{\"report\":{\"startedAt\":\"2026-01-01T00:00:00Z\",\"endedAt\":\"2026-01-01T00:00:00Z\",\"listed\":[{}]}}"
            })
    void anAlteredEntryOfAVerificationIsNone(String details) throws Exception {
        desk.grow("LC-1", 1);
        desk.checkpoints.take();
        desk.verifications().run();
        assertThat(desk.verifications().last()).isPresent();

        desk.behindTheGuard("update journal set details = '" + details + "' where ticket = 'PROOF'");

        assertThat(desk.verifications().last()).isEmpty();
        assertThat(desk.verify().listed()).extracting(Finding::chain).containsExactly("PROOF");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "update checkpoint set root = ''",
                "delete from checkpoint",
                "truncate checkpoint, checkpoint_head",
                "update checkpoint_head set sequence = 1",
                "delete from checkpoint_head",
                "alter table checkpoint disable trigger all",
                "drop table checkpoint_head"
            })
    @DisplayName("The application's role cannot alter what checkpoints say")
    void refusesTheApplicationAnyChange(String change) {
        assertThatThrownBy(() -> desk.database.sql(change).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    private static Head head(String chain, int sequence) {
        return new Head(
                chain, sequence, desk.journal.of(chain).get(sequence - 1).hash());
    }

    private static <T> T elsewhere(Callable<T> deed) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(deed).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            other.shutdownNow();
        }
    }

    private static void awaits(CountDownLatch moment) {
        try {
            assertThat(moment.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
