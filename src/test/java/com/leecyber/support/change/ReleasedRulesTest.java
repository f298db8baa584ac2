package com.leecyber.support.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import com.leecyber.support.gate.ProcessFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A new release of the program meets what the process owners have changed. Every test is rolled back. */
@DeskTest
@Transactional
class ReleasedRulesTest {

    @Autowired
    ReleasedRules released;

    @Autowired
    RulesInForce rules;

    @Autowired
    JdbcClient database;

    @Test
    void whatTheReleaseChangesComesIntoForce() throws IOException {
        released.bring(List.of(window("PT90M")));

        assertThat(rules.files().get("responseWindow.dmn")).isEqualTo(window("PT90M"));
        assertThat(proposals()).isEmpty();
    }

    @Test
    void theOwnersVersionSurvivesARestartAndAReleaseThatLeavesTheFileAlone() throws IOException {
        rules.deploy("by the owners", List.of(window("PT1H")));

        released.bring();

        assertThat(rules.files().get("responseWindow.dmn")).isEqualTo(window("PT1H"));
        assertThat(proposals()).isEmpty();
    }

    @Test
    void whatBothChangedIsProposedAndTheOwnersVersionStays() throws IOException {
        rules.deploy("by the owners", List.of(window("PT1H")));

        released.bring(List.of(window("PT90M")));
        released.bring(List.of(window("PT90M")));

        assertThat(rules.files().get("responseWindow.dmn")).isEqualTo(window("PT1H"));
        assertThat(proposals()).containsExactly("Новая версия программы меняет responseWindow.dmn");
    }

    private List<String> proposals() {
        return database.sql("select title from change where proposed_by = 'system:release'")
                .query(String.class)
                .list();
    }

    private static ProcessFile window(String length) throws IOException {
        String table = Files.readString(Path.of("bpmn", "responseWindow.dmn")).replace("\"PT2H\"", '"' + length + '"');
        return new ProcessFile("responseWindow.dmn", table.getBytes(StandardCharsets.UTF_8));
    }
}
