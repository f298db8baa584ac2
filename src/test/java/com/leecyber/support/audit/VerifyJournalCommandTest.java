package com.leecyber.support.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify-journal} on the command line, beside a desk that runs. */
class VerifyJournalCommandTest {

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
    void tell() throws Exception {
        desk.beginAnew(place);
        desk.grow("LC-1", 3);
        desk.checkpoints.take();
    }

    @Test
    void saysThatTheJournalIsWhole() {
        assertThat(VerifyJournalCommand.isMeantBy("verify-journal")).isTrue();
        assertThat(said("--lang=ru"))
                .contains("Записи: 3, цепочки: 1, контрольные точки: 1", "Журнал цел.")
                .endsWith("exit 0");
    }

    @Test
    void namesWhatIsBroken() throws Exception {
        desk.behindTheGuard("delete from journal where sequence = 3");

        assertThat(said("--lang=en"))
                .contains("✗ Chain LC-1, entry 3: checkpoint 1 knows it", "Findings: 1")
                .endsWith("exit 1");
    }

    @Test
    void cannotTellWithoutTheKey() throws Exception {
        Files.delete(desk.settings.key());

        assertThat(said("--lang=en")).doesNotContain("whole").endsWith("exit 2");
    }

    private String said(String language) {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int code = VerifyJournalCommand.run(
                    "verify-journal",
                    language,
                    "--spring.datasource.url=" + desk.url,
                    "--spring.datasource.username=support_app",
                    "--support.audit.checkpoints.directory=" + desk.settings.folder());
            return printed.toString(StandardCharsets.UTF_8) + "exit " + code;
        } finally {
            System.setOut(out);
        }
    }
}
