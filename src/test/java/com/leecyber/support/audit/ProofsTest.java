package com.leecyber.support.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ticket's proof needs the public key and nothing else. */
class ProofsTest {

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
    void tell() throws SQLException {
        desk.beginAnew(place);
        for (int chain = 1; chain <= 5; chain++) {
            desk.grow("LC-" + chain, chain);
        }
        desk.checkpoints.take();
        desk.grow("LC-3", 2);
    }

    @Test
    void provesAChainAndSaysWhatIsNotCoveredYet() throws IOException {
        assertThat(verified(desk.proofs.of("LC-3")))
                .contains("LC-3: записей 5, из них не покрыто 2; контрольная точка № 1", "Нарушений нет.")
                .endsWith("exit 0");
    }

    @Test
    void needsOnlyTheFingerprintOfTheKey() throws IOException {
        Path file = Files.writeString(place.resolve("proof.txt"), desk.proofs.of("LC-3"));

        assertThat(ProvedJournal.offline("--key", desk.checkpoints.fingerprint(), file.toString()))
                .endsWith("exit 0");
        assertThat(ProvedJournal.offline("--key", "0".repeat(64), file.toString()))
                .contains("Нет открытого ключа")
                .endsWith("exit 2");
        assertThat(ProvedJournal.offline("--key", "no-such-key.pem", file.toString()))
                .contains("no-such-key.pem")
                .endsWith("exit 2");
    }

    @Test
    void isFoundInsideAnotherFile() throws IOException {
        byte[] proof = (desk.proofs.of("LC-2") + desk.proofs.of("LC-3")).getBytes(StandardCharsets.UTF_8);
        Path file = place.resolve("report.pdf");
        Files.write(file, new byte[] {'%', 'P', 'D', 'F', (byte) 0xFF, 0, '\n'});
        Files.write(file, proof, java.nio.file.StandardOpenOption.APPEND);
        Files.write(file, new byte[] {0, (byte) 0xFE, 'e', 'n', 'd'}, java.nio.file.StandardOpenOption.APPEND);

        assertThat(ProvedJournal.offline("--key", key(), file.toString()))
                .contains("LC-2: ", "LC-3: ", "доказательства: 2")
                .endsWith("exit 0");
    }

    @Test
    void saysThatNoCheckpointCoversAChainYet() throws IOException {
        desk.grow("LC-9", 1);

        assertThat(verified(desk.proofs.of("LC-9")))
                .contains("ни одна контрольная точка их ещё не покрывает")
                .endsWith("exit 0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "an entry altered; 'LC-3\",\"sequence\":2,\"recordedAt\":\"2'; 'LC-3\",\"sequence\":2,\"recordedAt\":\"3';"
                        + "Цепочка LC-3, запись 2",
                "a head of another chain; '\"head\":\"LC-3 3'; '\"head\":\"LC-4 3'; не приводит к подписанному корню",
                "another place; '\"place\":2'; '\"place\":1'; не приводит к подписанному корню",
                "another checkpoint; 'number: 1'; 'number: 2'; подпись не подходит",
                "no end; '{\"end\"'; '{\"END\"'; целого доказательства в нём нет"
            })
    void betraysAForgery(String name, String genuine, String forged, String named) throws IOException {
        String proof = desk.proofs.of("LC-3");
        assertThat(proof).contains(genuine);

        assertThat(verified(proof.replace(genuine, forged))).contains(named).endsWith("exit 1");
    }

    @Test
    void betraysAChainThatEndsBeforeItsSignedHead() throws IOException {
        String proof = desk.proofs.of("LC-5");
        String last = desk.journal.of("LC-5").get(4).line() + "\n";
        String cut = proof.replace(last, "")
                .replace("\"entries\":5", "\"entries\":4")
                .replace("\"lines\":8", "\"lines\":7");

        assertThat(verified(cut))
                .contains("Цепочка LC-5, запись 5: контрольная точка № 1 её знает")
                .endsWith("exit 1");
    }

    private String verified(String proof) throws IOException {
        Path file = Files.writeString(place.resolve("proof.txt"), proof);
        return ProvedJournal.offline("--key", key(), file.toString());
    }

    private static String key() {
        return desk.settings.folder().resolve("public-key.pem").toString();
    }
}
