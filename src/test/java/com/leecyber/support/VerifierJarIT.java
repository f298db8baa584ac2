package com.leecyber.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.proof.Checkpoint;
import com.leecyber.support.proof.CheckpointHeader;
import com.leecyber.support.proof.Head;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.proof.ProofText;
import com.leecyber.support.proof.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as an auditor gets it: one small jar, run with nothing but Java. */
class VerifierJarIT {

    private static final String JAR = System.getProperty("verifier.jar");

    @TempDir
    Path place;

    private KeyPair pair;
    private String proof;

    @BeforeEach
    void prove() throws Exception {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        VerifyingKey key = new VerifyingKey(pair.getPublic());
        Files.writeString(place.resolve("public-key.pem"), key.pem());
        JournalEntry entry = new JournalEntry(
                        "SD-2026-000001",
                        1,
                        Instant.parse("2026-03-02T09:00:00.123Z"),
                        "anna",
                        "NOTE_ADDED",
                        null,
                        "{\"текст\":\"да\"}",
                        JournalEntry.NOTHING_BEFORE,
                        null)
                .sealed();
        Head head = new Head(entry.ticket(), 1, entry.hash());
        Checkpoint checkpoint = Checkpoint.of(
                1, entry.recordedAt(), CheckpointHeader.NOTHING_BEFORE, key.fingerprint(), List.of(head), this::sign);
        proof = new ProofText(entry.ticket(), List.of(entry), ProofText.Cover.of(checkpoint, head, key)).text();
    }

    @Test
    void hasTheProofsAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("com/leecyber/support/proof/"));
        }
    }

    @Test
    void tellsAWholeProofFromAForgedOne() throws Exception {
        Path whole = Files.writeString(place.resolve("whole.txt"), proof);
        Path forged = Files.writeString(place.resolve("forged.txt"), proof.replace("anna", "olga"));

        assertThat(run("--key", "public-key.pem", "--lang", "ru", whole.toString()))
                .contains("SD-2026-000001: записей 1", "Нарушений нет.")
                .endsWith("exit 0");
        assertThat(run("--key", "public-key.pem", "--lang", "en", forged.toString()))
                .contains("Chain SD-2026-000001, entry 1: its content does not fit its hash")
                .endsWith("exit 1");
        assertThat(run("--lang", "en")).contains("Usage").endsWith("exit 2");
    }

    private String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en", "-jar", JAR));
        Stream.of(arguments).forEach(command::add);
        Process verifier = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed + "exit " + verifier.waitFor();
    }

    private String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
