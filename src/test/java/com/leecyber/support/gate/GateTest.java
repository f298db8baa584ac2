package com.leecyber.support.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.gate.GateFiles.Case;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What passes, what does not, and what its author is told. */
class GateTest {

    private static final Locale RUSSIAN = new Locale("ru");

    private final Gate gate = new Gate(new DeskWords());
    private final FindingTexts texts = new FindingTexts(bundles());

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-gate");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static List<Case> cases() {
        return GateFiles.cases();
    }

    @Test
    void theOwnFilesPass() {
        assertThat(told(GateFiles.own())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "errand.bpmn")
    void honestFilesPass(String name) {
        assertThat(told(GateFiles.with(GateFiles.honest(name)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFileThatBreaksARuleIsRefusedForItAlone(Case broken) {
        List<Finding> findings = gate.check(broken.deployment());

        assertThat(findings.stream().map(Finding::rule).collect(Collectors.toSet()))
                .as("%s", findings)
                .isEqualTo(broken.rules());
        assertThat(findings).allSatisfy(finding -> assertThat(finding.file()).isEqualTo(broken.file()));
        if (!broken.element().isEmpty()) {
            assertThat(findings).extracting(Finding::element).contains(broken.element());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsAuthorIsToldWhyAndHowToMendItInBothLanguages(Case broken) {
        assertThat(gate.check(broken.deployment())).isNotEmpty().allSatisfy(finding -> {
            for (Locale language : List.of(RUSSIAN, Locale.ENGLISH)) {
                boolean russian = language == RUSSIAN;
                assertThat(Stream.of(texts.why(finding, language), texts.mend(finding, language)))
                        .allSatisfy(text -> assertThat(text)
                                .endsWith(".")
                                .doesNotContain("{0}", "{1}", "{2}", "{3}", "'{'")
                                .matches(russian ? "(?s).*[а-яё]{3}.*" : "(?s).*[a-z]{3}.*"));
                assertThat(texts.clauseText(finding.clause(), language).isEmpty())
                        .isEqualTo(finding.clause() == null);
            }
        });
    }

    @Test
    void aFindingReadsAsOneLine() {
        Finding finding = new Finding(
                "deadline", "ticket.bpmn", "Task_Triage", "R3.2", List.of("deadlines.dueAt", "recordBreach"));

        assertThat(texts.lines(List.of(finding), RUSSIAN))
                .containsExactly("ticket.bpmn, Task_Triage [deadline]: За сроком этой задачи никто не следит: нет"
                        + " непрерывающего таймера ${deadlines.dueAt(execution)}, за которым стоит шаг ${recordBreach}."
                        + " Поставьте на задачу граничный таймер (непрерывающий, Date,"
                        + " ${deadlines.dueAt(execution)}) и ведите его к шагу ${recordBreach}. (R3.2: Первый ответ: чат – 30"
                        + " минут; почта и информационное обращение – 2 часа; техническое – 6 часов.)");
    }

    /** A rule that no file of this test breaks is a rule that nobody has seen at work. */
    @Test
    void everyRuleHasItsTextsItsPlaceInTheManualAndMostHaveAFile() throws IOException {
        Set<String> russian = rules("messages-gate.properties");
        String manual = Files.readString(Path.of("docs", "gate.md"));

        assertThat(rules("messages-gate_en.properties")).isEqualTo(russian);
        assertThat(russian).allSatisfy(rule -> assertThat(manual).contains("| `" + rule + "` |"));
        assertThat(cases().stream().flatMap(broken -> broken.rules().stream()).collect(Collectors.toSet()))
                .isSubsetOf(russian)
                .hasSizeGreaterThan(60);
    }

    private static Set<String> rules(String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(GateTest.class.getResourceAsStream("/" + bundle), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("gate."))
                .map(key -> key.split("\\.")[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aDeploymentOfTooManyFilesIsRefusedUnread() {
        List<ProcessFile> many = Stream.iterate(0, number -> number + 1)
                .limit(101)
                .map(number -> ProcessFile.of("a" + number + ".html", "<"))
                .toList();

        assertThat(gate.check(many)).extracting(Finding::rule).containsExactly("deployment-size");
    }

    @Test
    void noTwoFilesShareAName() {
        List<ProcessFile> twice = Stream.concat(
                        GateFiles.own().stream(),
                        GateFiles.own().stream().filter(file -> file.name().equals("ticket.bpmn")))
                .toList();

        assertThat(gate.check(twice)).extracting(Finding::rule).containsExactly("file-twice");
    }

    @Test
    void aFileOfMoreThanAMegabyteIsRefusedUnread() {
        ProcessFile large = ProcessFile.of("large.bpmn", "x".repeat(1_048_577));

        assertThat(gate.check(List.of(large))).extracting(Finding::rule).containsExactly("file-size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../ticket.bpmn",
                "a/ticket.bpmn",
                "ticket.bpmn ",
                "tic ket.bpmn",
                "ticket.bpmn\u0000.html",
                "",
                ".bpmn",
                "\u202Enpmb.html",
                "ticket.BPMN",
                "заявка.bpmn"
            })
    void namesAreBare(String name) {
        assertThat(gate.check(List.of(ProcessFile.of(name, ""))))
                .extracting(Finding::rule)
                .containsExactly("file-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.form", "a.js", "a.groovy", "a.class", "a.cmmn", "a.png", "a.bpmn20.xml", "a.dmn11.xml"})
    void otherKindsOfFilesAreNotDeployed(String name) {
        assertThat(gate.check(List.of(ProcessFile.of(name, ""))))
                .extracting(Finding::rule)
                .containsAnyOf("file-kind", "file-name")
                .hasSize(1);
    }

    private List<String> told(Collection<ProcessFile> files) {
        return texts.lines(gate.check(files), RUSSIAN);
    }
}
