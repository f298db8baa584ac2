package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import com.leecyber.support.gate.GateFiles;
import com.leecyber.support.gate.ProcessFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the own diagrams, tables and forms keep besides what the gate asks of everybody (docs/gate.md). */
@DeskTest
class DiagramContractTest {

    @Autowired
    RepositoryService repository;

    static List<ProcessFile> diagrams() {
        return of(ProcessFile.Kind.DIAGRAM);
    }

    static List<ProcessFile> definitions() {
        return Stream.concat(diagrams().stream(), of(ProcessFile.Kind.TABLE).stream())
                .toList();
    }

    private static List<ProcessFile> of(ProcessFile.Kind kind) {
        return GateFiles.own().stream()
                .filter(file -> file.kind().orElseThrow() == kind)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void historyIsKeptForFourHundredDays(ProcessFile file) {
        assertThat(file.text()).containsOnlyOnce("camunda:historyTimeToLive=\"P400D\"");
    }

    /** A step placed from a template has no cycle of its own, and the engine's default is this one. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void aStepIsTriedAgainAsTheEngineIsSet(ProcessFile file) {
        assertThat(matches("<camunda:failedJobRetryTimeCycle>([^<]*)<", file.text()))
                .allMatch("PT10S,PT1M,PT5M,PT30M"::equals);
    }

    @Test
    void everyFileIsDeployedUnderItsBareName() {
        String deployment = repository.createDeploymentQuery().singleResult().getId();

        assertThat(repository.getDeploymentResourceNames(deployment))
                .containsExactlyInAnyOrderElementsOf(
                        GateFiles.own().stream().map(ProcessFile::name).toList());
    }

    @Test
    void everyClauseIsNamedByTheRegulationTableWithATestThatExists() throws IOException {
        String table = Files.readString(Path.of("docs", "regulation.md"));
        Set<String> tests;
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
            tests = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> methods(file).stream())
                    .collect(Collectors.toSet());
        }
        for (String clause : List.of(
                "R1.4", "R2", "R3.1", "R3.1.1", "R3.1.2", "R3.2", "R4.1", "R4.2", "R5.1", "R5.2", "R5.3", "R5.4a",
                "R5.4b", "R5.4c", "R6.1", "R6.2", "R7.1", "R7.2")) {
            assertThat(table).contains("| " + clause + " |");
        }
        Matcher named = Pattern.compile("`([A-Za-z]+Test)\\.([a-zA-Z]+)`").matcher(table);
        while (named.find()) {
            assertThat(tests).contains(named.group(1) + "." + named.group(2));
        }
    }

    private static List<String> methods(Path file) {
        try {
            String name = file.getFileName().toString().replace(".java", "");
            return matches("void ([a-zA-Z]+)\\(", Files.readString(file)).stream()
                    .map(method -> name + "." + method)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
