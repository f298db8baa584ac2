package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables and forms say in themselves what a process owner has to know of them. */
class ExplanationsTest {

    private static final Pattern CHOICE = Pattern.compile("type=\"radio\" name=\"\\w+\" value=\"(\\w+)\"");

    static List<File> tables() {
        return files("bpmn", ".dmn");
    }

    static List<File> forms() {
        return files("forms", ".html");
    }

    private static List<File> files(String folder, String ending) {
        return Arrays.asList(new File(folder).listFiles((where, name) -> name.endsWith(ending)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableExplainsItsColumnsAndEachRowItsReason(File table) {
        var model = Dmn.readModelFromFile(table);
        String explained = model.getModelElementsByType(Decision.class)
                .iterator()
                .next()
                .getDescription()
                .getTextContent();

        assertThat(model.getModelElementsByType(Input.class))
                .isNotEmpty()
                .allSatisfy(input -> assertThat(explained)
                        .contains(input.getInputExpression().getText().getTextContent()));
        assertThat(model.getModelElementsByType(Output.class))
                .isNotEmpty()
                .allSatisfy(output -> assertThat(explained).contains(output.getName()));
        assertThat(model.getModelElementsByType(Rule.class))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.getDescription().getTextContent()).startsWith("R"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormExplainsItselfAndNamesEveryChoiceThatItOffers(File form) throws IOException {
        String text = Files.readString(form.toPath());
        String explained = text.substring(0, text.indexOf("-->"));

        assertThat(explained)
                .startsWith("<!--")
                .containsPattern("[Фф]орма (шага|трёх шагов|процесса) ")
                .contains("Что уходит в процесс: ");
        CHOICE.matcher(text).results().forEach(choice -> assertThat(explained).contains(choice.group(1) + " ("));
    }
}
