package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.DeskTest;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Holds together what a process owner picks from in Camunda Modeler and what the program knows. */
@DeskTest
class ElementTemplatesTest {

    private static final Path TEMPLATES = Path.of("bpmn", ".camunda", "element-templates", "support.json");
    private static final Path BLOCKS = Path.of("bpmn", "blocks", "blocks.bpmn");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([a-zA-Z]+)(?:\\.([a-zA-Z]+)\\(execution\\))?}");
    private static final Pattern MESSAGE = Pattern.compile("Сообщение (\\w+):");
    private static final Set<String> MESSAGES = Set.of(
            TicketProcess.WITHDRAWN,
            TicketProcess.LINKED,
            TicketProcess.INCIDENT_SETTLED,
            CustomerInformationProcess.CUSTOMER_REPLIED,
            TechnicalSupportProcess.RELEASE_PUBLISHED);

    @Autowired
    ApplicationContext context;

    @Test
    void everyStepListenerAndDateOfTheProgramHasATemplate() throws IOException {
        Set<String> named = templates().stream()
                .flatMap(template -> matches(EXPRESSION, template.toString(), result -> result.group(1)))
                .collect(Collectors.toSet());

        assertThat(named).containsAll(new DiagramBeans(context).names());
        assertThat(hidden("camunda:delegateExpression"))
                .containsExactlyInAnyOrderElementsOf(beans(JavaDelegate.class, name -> "${" + name + "}"));
    }

    @Test
    void everyTemplateNamesWhatThereIs() throws IOException {
        DiagramBeans beans = new DiagramBeans(context);
        for (JsonNode template : templates()) {
            matches(EXPRESSION, template.toString(), result -> result)
                    .filter(result -> !"true".equals(result.group(1)))
                    .forEach(result -> {
                        assertThat(beans.names())
                                .as(template.path("id").asText())
                                .contains(result.group(1));
                        if (result.group(2) != null) {
                            assertThat(beans.get(result.group(1)).getClass().getMethods())
                                    .extracting(Method::getName)
                                    .contains(result.group(2));
                        }
                    });
            matches(MESSAGE, template.path("description").asText(), result -> result.group(1))
                    .forEach(message -> assertThat(MESSAGES).contains(message));
        }
        assertThat(hidden("camunda:formKey"))
                .isNotEmpty()
                .allSatisfy(form -> assertThat(Path.of("forms", form.replace("embedded:deployment:", "")))
                        .exists());
        assertThat(hidden("calledElement"))
                .isNotEmpty()
                .allSatisfy(process ->
                        assertThat(Path.of("bpmn", process + ".bpmn")).exists());
    }

    @Test
    void everyFormHasATaskTemplateAndEveryMessageAnEvent() throws IOException {
        assertThat(hidden("camunda:formKey"))
                .extracting(form -> form.replace("embedded:deployment:", ""))
                .containsExactlyInAnyOrder(new File("forms").list((folder, name) -> name.endsWith(".html")));
        assertThat(templates().stream()
                        .flatMap(template ->
                                matches(MESSAGE, template.path("description").asText(), result -> result.group(1))))
                .containsExactlyInAnyOrderElementsOf(MESSAGES);
    }

    @Test
    void aTeamIsChosenFromThoseThatWork() throws IOException {
        List<JsonNode> teams = properties()
                .filter(property -> binding(property).equals("camunda:candidateGroups"))
                .toList();

        assertThat(teams).isNotEmpty().allSatisfy(property -> {
            List<String> offered = property.path("choices").findValuesAsText("value");
            assertThat(offered)
                    .containsExactlyInAnyOrder(Role.L1, Role.L2, Role.SHIFT_LEAD, Role.OPERATIONS)
                    .contains(property.path("value").asText());
            assertThat(property.path("choices").findValuesAsText("name"))
                    .containsExactlyElementsOf(
                            offered.stream().map(Role.NAMES::get).toList());
        });
    }

    @Test
    void everyTemplateIsNamedOnceAndExplained() throws IOException {
        List<String> ids = templates().stream()
                .map(template -> template.path("id").asText())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("com.leecyber.support."));
        assertThat(templates()).allSatisfy(template -> {
            assertThat(template.path("name").asText()).containsPattern("[а-яё]");
            assertThat(template.path("description").asText()).containsPattern("[а-яё]");
            assertThat(template.path("version").asInt()).isPositive();
            assertThat(template.path("appliesTo")).isNotEmpty();
        });
    }

    @Test
    void theTemplatesThatDiagramsUseExistInThatVersion() throws IOException {
        Set<String> known = templates().stream()
                .map(template -> template.path("id").asText() + ":"
                        + template.path("version").asText())
                .collect(Collectors.toSet());
        List<String> used = new ArrayList<>();
        for (Path folder :
                List.of(Path.of("bpmn"), BLOCKS.getParent(), Path.of("src", "test", "resources", "changes"))) {
            for (File diagram : folder.toFile().listFiles((any, name) -> name.endsWith(".bpmn"))) {
                used.addAll(templatesIn(Bpmn.readModelFromFile(diagram)));
            }
        }

        assertThat(used).contains("com.leecyber.support.task.approve:1").isSubsetOf(known);
    }

    /** Templates of Camunda 7 can set neither a task's listener nor a timer's date nor a message; these can be copied. */
    @Test
    void whatATemplateCannotSetIsReadyToBeCopied() throws IOException {
        String blocks = Files.readString(BLOCKS);

        assertThat(matches(EXPRESSION, blocks, result -> result.group()).toList())
                .contains(
                        "${deadlines.warningAt(execution)}",
                        "${deadlines.dueAt(execution)}",
                        "${patience.reminderAt(execution)}",
                        "${patience.closesAt(execution)}",
                        ApprovalStep.DECISION)
                .containsAll(beans(ExecutionListener.class, name -> "${" + name + "}"))
                .allMatch(expression ->
                        new DiagramBeans(context).names().contains(expression.replaceAll("^\\$\\{|[.}].*$", "")));
        assertThat(Bpmn.readModelFromFile(BLOCKS.toFile()).getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrderElementsOf(MESSAGES);
    }

    @Test
    void theGuideNamesEverythingThatCanBePicked() throws IOException {
        String guide = Files.readString(Path.of("docs", "process-owner.md"));

        assertThat(new DiagramBeans(context).names())
                .allSatisfy(bean -> assertThat(guide).containsPattern("\\$\\{" + bean + "[}.]"));
        assertThat(new File("forms").list((folder, name) -> name.endsWith(".html")))
                .allSatisfy(form -> assertThat(guide).contains("`" + form + "`"));
        assertThat(MESSAGES).allSatisfy(message -> assertThat(guide).contains("| `" + message + "` |"));
        assertThat(new File("bpmn").list((folder, name) -> name.endsWith(".dmn")))
                .allSatisfy(table -> assertThat(guide).contains("| `" + table.replace(".dmn", "") + "` | in: "));
    }

    private static List<JsonNode> templates() throws IOException {
        JsonNode file = new ObjectMapper().readTree(TEMPLATES.toFile());
        return StreamSupport.stream(file.spliterator(), false).toList();
    }

    private static Stream<JsonNode> properties() throws IOException {
        return templates().stream()
                .flatMap(template ->
                        StreamSupport.stream(template.path("properties").spliterator(), false));
    }

    /** The values that an owner cannot change, by what they are bound to. */
    private static List<String> hidden(String name) throws IOException {
        return properties()
                .filter(property -> binding(property).equals(name))
                .peek(property -> assertThat(property.path("type").asText()).isEqualTo("Hidden"))
                .map(property -> property.path("value").asText())
                .toList();
    }

    private static String binding(JsonNode property) {
        return property.path("binding").path("name").asText();
    }

    private List<String> beans(Class<?> type, Function<String, String> written) {
        return Arrays.stream(context.getBeanNamesForType(type)).map(written).toList();
    }

    private static <T> Stream<T> matches(Pattern pattern, String text, Function<MatchResult, T> reading) {
        return pattern.matcher(text).results().map(reading);
    }

    private static List<String> templatesIn(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(BaseElement.class).stream()
                .filter(element -> element.getAttributeValueNs(CAMUNDA, "modelerTemplate") != null)
                .map(element -> element.getAttributeValueNs(CAMUNDA, "modelerTemplate") + ":"
                        + element.getAttributeValueNs(CAMUNDA, "modelerTemplateVersion"))
                .toList();
    }
}
