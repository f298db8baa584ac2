package com.leecyber.support.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate refuses such files; the comparison must stand them all the same. */
class HostileFilesTest {

    private static final String DIAGRAM = "ticket.bpmn";
    private static final byte[] TICKET = DeskFile.bpmn(DIAGRAM).bytes();
    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<definitions",
                "<other xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
                "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='a'></definitions>",
                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                        + "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>&e;</definitions>",
                "\u0000"
            })
    void whatIsNoDiagramIsComparedAsText(String content) {
        FileDifference difference = Difference.between(DIAGRAM, TICKET, bytes(content));

        assertThat(difference).isInstanceOf(TextDifference.class);
        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.toString()).doesNotContain("root:");
        assertThat(Difference.between(DIAGRAM, bytes(content), bytes(content)).isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket.bpmn", "priority.dmn"})
    void anEmptyFileOfDefinitionsIsReadable(String name) {
        byte[] bare = bytes("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>");

        assertThat(Difference.between(name, bare, bare).isEmpty()).isTrue();
        assertThat(Difference.between(name, DeskFile.bpmn(name).bytes(), bare).isEmpty())
                .isFalse();
    }

    @Test
    void deepNestingIsNotFollowed() {
        String deep = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>"
                + "<subProcess id='a'>".repeat(50_000) + "</subProcess>".repeat(50_000) + "</definitions>";

        assertThat(Difference.between(DIAGRAM, TICKET, bytes(deep))).isInstanceOf(TextDifference.class);
    }

    @Test
    void aFileOfSeveralMegabytesIsNotCompared() {
        TextDifference difference = (TextDifference) Difference.between(DIAGRAM, TICKET, new byte[5_000_000]);

        assertThat(difference.tooLarge()).isTrue();
        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.lines()).isEmpty();
        assertThat(Difference.between(DIAGRAM, new byte[5_000_000], new byte[5_000_000])
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tensOfThousandsOfLinesElementsAndRulesTakeNoTime() {
        Assertions.assertTimeout(SOON, () -> {
            Difference.between("a.html", bytes(lines("a", 100_000)), bytes(lines("b", 100_000)));
            Difference.between("a.html", bytes(lines("a", 2_900)), bytes(lines("b", 2_900)));
            Difference.between(DIAGRAM, bytes(tasks("a")), bytes(tasks("b")));
            Difference.between("priority.dmn", bytes(rules(20_000)), bytes(rules(20_001)));
            Difference.between("priority.dmn", bytes(rules(999)), bytes(rules(998)));
        });
    }

    private static String lines(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(line -> prefix + line).collect(Collectors.joining("\n"));
    }

    private static String tasks(String prefix) {
        return IntStream.range(0, 30_000)
                .mapToObj(task -> "<task id='" + prefix + task + "' name='x'/>")
                .collect(Collectors.joining(
                        "",
                        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>",
                        "</process></definitions>"));
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(rule -> "<rule><inputEntry><text>" + rule % 7 + "</text></inputEntry></rule>")
                .collect(Collectors.joining(
                        "",
                        "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'><decision id='d'>"
                                + "<decisionTable><input id='i'/>",
                        "</decisionTable></decision></definitions>"));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
