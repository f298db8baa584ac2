package com.leecyber.support.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.leecyber.support.proof.Checkpoint;
import com.leecyber.support.proof.Finding;
import com.leecyber.support.proof.FindingKind;
import com.leecyber.support.proof.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to the journal or its checkpoints is named by the desk and by the verifier that needs no desk. */
class ForgeryTest {

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

    /** LC-1 has five entries, LC-2 three, LC-3 one, and of LC-4 no checkpoint knows. */
    @BeforeEach
    void tell() throws Exception {
        desk.beginAnew(place);
        desk.grow("LC-1", 4);
        desk.grow("LC-2", 2);
        desk.checkpoints.take();
        desk.grow("LC-1", 1);
        desk.grow("LC-3", 1);
        desk.checkpoints.take();
        desk.grow("LC-2", 1);
        desk.checkpoints.take();
        desk.grow("LC-4", 1);
    }

    private record Forgery(String name, Deed deed, Finding... named) {

        @Override
        public String toString() {
            return name;
        }
    }

    private interface Deed {

        void doIt(ProvedJournal desk) throws Exception;
    }

    @Test
    void findsNothingWhereNothingWasDone() throws IOException {
        VerificationReport report = desk.verify();

        assertThat(report.listed()).isEmpty();
        assertThat(report.isWhole()).isTrue();
        assertThat(report.entries()).isEqualTo(10);
        assertThat(report.chains()).isEqualTo(4);
        assertThat(report.checkpoints()).isEqualTo(3);
        assertThat(report.uncovered()).isEqualTo(1);
        assertThat(report.oldestUncovered())
                .isEqualTo(desk.journal.of("LC-4").get(0).recordedAt());
        assertThat(desk.verifyOffline(place))
                .contains("Нарушений нет.", "Записи: 10, цепочки: 4", "записей 1, самая старая от")
                .endsWith("exit 0");
    }

    static Stream<Forgery> forgeries() {
        return Stream.of(
                new Forgery(
                        "a row edited",
                        desk -> desk.behindTheGuard(
                                "update journal set details = '{}' where ticket = 'LC-1' and sequence = 2"),
                        entry(FindingKind.ENTRY_ALTERED, "LC-1", 2, 0)),
                new Forgery(
                        "a row edited, another one first",
                        desk -> desk.behindTheGuard(
                                "update journal set actor = 'nobody' where ticket = 'LC-4'",
                                "update journal set actor = 'nobody' where ticket = 'LC-2' and sequence > 1"),
                        entry(FindingKind.ENTRY_ALTERED, "LC-2", 2, 0),
                        entry(FindingKind.ENTRY_ALTERED, "LC-4", 1, 0)),
                new Forgery(
                        "a row edited and all hashes computed anew",
                        desk -> desk.rewrite("LC-1", 2, "{}"),
                        entry(FindingKind.ENTRY_REWRITTEN, "LC-1", 4, 1)),
                new Forgery(
                        "a row removed",
                        desk -> desk.behindTheGuard("delete from journal where ticket = 'LC-1' and sequence = 3"),
                        entry(FindingKind.ENTRY_MISSING, "LC-1", 3, 0)),
                new Forgery(
                        "a tail cut",
                        desk -> desk.behindTheGuard("delete from journal where ticket = 'LC-1' and sequence = 5"),
                        entry(FindingKind.TAIL_CUT, "LC-1", 5, 2)),
                new Forgery(
                        "a chain removed",
                        desk -> desk.behindTheGuard("delete from journal where ticket = 'LC-3'"),
                        entry(FindingKind.TAIL_CUT, "LC-3", 1, 2)),
                new Forgery(
                        "a backup restored",
                        ForgeryTest::restoreTheFirstBackup,
                        entry(FindingKind.TAIL_CUT, "LC-1", 5, 2),
                        entry(FindingKind.TAIL_CUT, "LC-2", 3, 3),
                        entry(FindingKind.TAIL_CUT, "LC-3", 1, 2),
                        checkpoint(FindingKind.ROW_MISSING, 2, ""),
                        checkpoint(FindingKind.ROW_MISSING, 3, "")),
                new Forgery(
                        "a checkpoint with another head",
                        desk -> edit(desk, 2, text -> text.replace("LC-3 1 ", "LC-3 2 ")),
                        checkpoint(FindingKind.HEADS_FORGED, 2, "")),
                new Forgery(
                        "a checkpoint with another time",
                        desk -> edit(desk, 2, text -> text.replaceFirst("taken-at: 2", "taken-at: 3")),
                        checkpoint(FindingKind.CHECKPOINT_FORGED, 2, "")),
                new Forgery(
                        "a checkpoint that is no checkpoint any more",
                        desk -> edit(desk, 2, text -> text + "x"),
                        checkpoint(FindingKind.CHECKPOINT_UNREADABLE, 2, "not a head: x")),
                new Forgery(
                        "a checkpoint signed by another key in our name",
                        desk -> resign(desk, desk.checkpoints.fingerprint()),
                        checkpoint(FindingKind.CHECKPOINT_FORGED, 2, "")),
                new Forgery(
                        "a checkpoint signed by another key in its own name",
                        desk -> resign(desk, "f".repeat(64)),
                        checkpoint(FindingKind.CHECKPOINT_OF_ANOTHER_KEY, 2, "f".repeat(64))),
                new Forgery(
                        "a checkpoint deleted",
                        desk -> Files.delete(desk.folder.files().file(2)),
                        checkpoint(FindingKind.CHECKPOINT_MISSING, 2, "")),
                new Forgery(
                        "a checkpoint renumbered",
                        desk -> Files.move(
                                desk.folder.files().file(3), desk.folder.files().file(4)),
                        checkpoint(FindingKind.CHECKPOINT_MISSING, 3, ""),
                        checkpoint(FindingKind.CHECKPOINT_RENUMBERED, 4, "3")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    @DisplayName("Each forgery is named by verify and by the offline verifier")
    void names(Forgery forgery) throws Exception {
        forgery.deed().doIt(desk);

        VerificationReport report = desk.verify();
        String printed = desk.verifyOffline(place);

        assertThat(report.listed()).containsExactly(forgery.named());
        assertThat(report.found()).isEqualTo(forgery.named().length);
        // Rows of the database are nothing that a verifier without it can see.
        List<String> said = Stream.of(forgery.named())
                .filter(finding -> finding.kind() != FindingKind.ROW_MISSING)
                .map(finding -> "✗ " + finding.sentence(ProvedJournal.RUSSIAN))
                .toList();
        assertThat(printed.lines().filter(line -> line.startsWith("✗"))).containsExactlyElementsOf(said);
        assertThat(printed).endsWith("exit 1");
    }

    @Test
    void goesOnNamingTheLossAfterABackupWasRestored() throws Exception {
        String third = Files.readString(desk.folder.files().file(3));
        restoreTheFirstBackup(desk);
        desk.keepCheckpointsIn(desk.settings.folder());
        desk.grow("LC-1", 1);
        desk.grow("LC-5", 1);

        assertThat(desk.checkpoints.take()).isEqualTo(1);

        assertThat(desk.folder.numbers()).containsExactly(1, 2, 3, 4);
        assertThat(Files.readString(desk.folder.files().file(3))).isEqualTo(third);
        assertThat(desk.verify().listed())
                .containsExactly(
                        entry(FindingKind.ENTRY_REWRITTEN, "LC-1", 5, 2),
                        entry(FindingKind.TAIL_CUT, "LC-2", 3, 3),
                        entry(FindingKind.TAIL_CUT, "LC-3", 1, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("Rows about checkpoints are held against the files")
    void namesWhatWasDoneToTheRows(String deed, Finding named) throws Exception {
        desk.behindTheGuard(deed.split(";"));

        assertThat(desk.verify().listed()).containsExactly(named);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "update checkpoint set root = repeat('a', 64) where number = 2",
                        checkpoint(FindingKind.ROW_DIFFERS, 2, "")),
                arguments(
                        "update checkpoint_head set sequence = 9 where ticket = 'LC-3'",
                        checkpoint(FindingKind.ROW_DIFFERS, 2, "")),
                arguments(
                        "insert into checkpoint_head values ('LC-4', 1, repeat('a', 64), 3)",
                        checkpoint(FindingKind.ROW_DIFFERS, 3, "")),
                arguments(
                        "delete from checkpoint_head where checkpoint = 3;delete from checkpoint where number = 3",
                        checkpoint(FindingKind.ROW_MISSING, 3, "")),
                arguments(
                        "insert into checkpoint select 4, taken_at, heads, root, previous, key, signature, 0, 0"
                                + " from checkpoint where number = 3",
                        checkpoint(FindingKind.CHECKPOINT_MISSING, 4, "")));
    }

    private static Finding entry(FindingKind kind, String chain, int sequence, int checkpoint) {
        return new Finding(kind, chain, sequence, checkpoint, "");
    }

    private static Finding checkpoint(FindingKind kind, int number, String detail) {
        return Finding.ofCheckpoint(kind, number, detail);
    }

    /** The rows as they were when the first checkpoint had been taken. */
    private static void restoreTheFirstBackup(ProvedJournal desk) throws Exception {
        desk.behindTheGuard(
                "delete from checkpoint_head where checkpoint > 1",
                "delete from checkpoint where number > 1",
                "delete from journal where ticket in ('LC-3', 'LC-4') or ticket = 'LC-1' and sequence > 4"
                        + " or ticket = 'LC-2' and sequence > 2");
    }

    private static void edit(ProvedJournal desk, int number, UnaryOperator<String> edit) throws IOException {
        Path file = desk.folder.files().file(number);
        Files.writeString(file, edit.apply(Files.readString(file)));
    }

    /** Another head in the second checkpoint, signed by somebody else. */
    private static void resign(ProvedJournal desk, String named) throws IOException {
        Checkpoint genuine = desk.folder.files().read(2);
        List<Head> heads = new ArrayList<>(genuine.heads());
        heads.set(0, new Head("LC-1", 5, "a".repeat(64)));
        Checkpoint forged = Checkpoint.of(
                2, genuine.header().takenAt(), genuine.header().previous(), named, heads, SigningKey.generate()::sign);
        Files.writeString(desk.folder.files().file(2), forged.text());
    }
}
