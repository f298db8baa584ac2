package com.leecyber.support.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/** Whatever bytes come, the gate answers, soon, and never lets through what it could not judge. */
class GateFuzzTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final List<String> FRAGMENTS = List.of(
            "",
            "<",
            ">",
            "\"",
            "&",
            "${",
            "}",
            "{{",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE a>",
            "<?a?>",
            "</bpmn:process>",
            "<bpmn:process>",
            "<bpmn:subProcess>",
            " id=\"ticket\"",
            " default=\"Flow_Done\"",
            "sourceRef",
            "targetRef=\"SubProcess_Triage\"",
            "true",
            "false",
            "P400D",
            "999999999999",
            "not(",
            "[1..",
            "((((((((",
            "\u0000",
            "\u202E",
            "<script>",
            "<textarea>",
            "<select>",
            "Gateway_TicketType");

    private static final List<ProcessFile> OWN = GateFiles.own();

    private final Gate gate = new Gate(new DeskWords());

    @Property(tries = 500)
    void randomBytesAreJudged(@ForAll("names") String name, @ForAll byte[] content) {
        assertThat(rules(new ProcessFile(name, content))).isNotEmpty().doesNotContain("not-judged");
    }

    @Property(tries = 1_000)
    void changedFilesAreJudged(@ForAll("changed") ProcessFile file) {
        assertThat(rules(file)).doesNotContain("not-judged");
    }

    /** Elements swapped, cut or doubled as a whole, so that the text stays well-formed and the deeper rules have to judge it. */
    @Property(tries = 500)
    void changedLinesAreJudged(@ForAll("shuffled") ProcessFile file) {
        assertThat(rules(file)).doesNotContain("not-judged");
    }

    private List<String> rules(ProcessFile file) {
        return Assertions.assertTimeoutPreemptively(
                SOON,
                () -> gate.check(List.of(file)).stream().map(Finding::rule).toList());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("ticket.bpmn", "priority.dmn", "triage.html");
    }

    @Provide
    Arbitrary<ProcessFile> changed() {
        Arbitrary<ProcessFile> files = Arbitraries.of(OWN);
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 1_000_000);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 40);
        return Combinators.combine(files, places, lengths, Arbitraries.of(FRAGMENTS))
                .as((file, place, length, fragment) -> {
                    String text = file.text();
                    int from = place % text.length();
                    int to = Math.min(text.length(), from + length);
                    return ProcessFile.of(file.name(), text.substring(0, from) + fragment + text.substring(to));
                });
    }

    @Provide
    Arbitrary<ProcessFile> shuffled() {
        Arbitrary<ProcessFile> files = Arbitraries.of(OWN);
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 1_000_000);
        return Combinators.combine(files, places, places).as((file, one, other) -> {
            String[] lines = file.text().split("\n");
            int from = one % lines.length;
            int to = other % lines.length;
            String line = lines[from];
            lines[from] = lines[to];
            lines[to] = one % 3 == 0 ? line : lines[to];
            return ProcessFile.of(file.name(), String.join("\n", Arrays.asList(lines)));
        });
    }
}
