package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Holds diagrams, tables, forms and code together: what a diagram names exists, and what must be kept is there. */
@DeskTest
class DiagramContractTest {

    private static final Pattern BEAN = Pattern.compile("\\$\\{\\s*([a-zA-Z]+)(?:\\.[a-zA-Z]+\\(execution\\))?\\s*}");
    private static final Set<String> GROUPS = Role.NAMES.keySet();

    @Autowired
    ApplicationContext context;

    @Autowired
    RepositoryService repository;

    static List<Path> diagrams() {
        return files(".bpmn");
    }

    static List<Path> tables() {
        return files(".dmn");
    }

    private static List<Path> files(String ending) {
        File[] files = new File("bpmn").listFiles((folder, name) -> name.endsWith(ending));
        return Arrays.stream(files).map(File::toPath).sorted().toList();
    }

    private static <T extends BaseElement> Collection<T> all(Path diagram, Class<T> type) {
        return model(diagram).getModelElementsByType(type);
    }

    private static BpmnModelInstance model(Path diagram) {
        return Bpmn.readModelFromFile(diagram.toFile());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theFileIsNamedAfterItsProcessWhichIsExecutableAndKeepsItsHistory(Path diagram) {
        assertThat(all(diagram, Process.class)).hasSize(1).allSatisfy(process -> {
            assertThat(diagram.getFileName()).hasToString(process.getId() + ".bpmn");
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P400D");
            assertThat(process.getName()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theFileIsNamedAfterItsDecisionWhichKeepsItsHistory(Path table) {
        var decisions = Dmn.readModelFromFile(table.toFile()).getModelElementsByType(Decision.class);
        assertThat(decisions).hasSize(1).allSatisfy(decision -> {
            assertThat(table.getFileName()).hasToString(decision.getId() + ".dmn");
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P400D");
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableExplainsItsColumnsAndEachRowItsReason(Path table) {
        var model = Dmn.readModelFromFile(table.toFile());
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

    @Test
    void aFormExplainsItselfAndNamesEveryChoiceThatItOffers() throws IOException {
        for (File form : new File("forms").listFiles((folder, name) -> name.endsWith(".html"))) {
            String text = Files.readString(form.toPath());
            String explained = text.substring(0, text.indexOf("-->"));
            assertThat(explained).startsWith("<!--").contains("Форма шага «").contains("Что уходит в процесс: ");
            Pattern.compile("type=\"radio\" name=\"\\w+\" value=\"(\\w+)\"")
                    .matcher(text)
                    .results()
                    .forEach(choice -> assertThat(explained).as(form.getName()).contains(choice.group(1) + " ("));
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyStepIsRunByAJobAndHasABeanBehindIt(Path diagram) {
        assertThat(all(diagram, ServiceTask.class)).allSatisfy(step -> {
            assertThat(isRunByAJob(step))
                    .as(step.getId() + " is a save point, or stands behind a timer or another step")
                    .isTrue();
            assertThat(step.getCamundaClass()).isNull();
            assertThat(step.getCamundaExpression()).isNull();
            // A step placed from a template has none of its own: the engine's default is the same.
            model(diagram)
                    .getModelElementsByType(CamundaFailedJobRetryTimeCycle.class)
                    .forEach(cycle -> assertThat(cycle.getTextContent()).isEqualTo("PT10S,PT1M,PT5M,PT30M"));
            assertNamesABean(step.getCamundaDelegateExpression());
        });
    }

    /** Nobody waits for it, and when it fails it is tried again. */
    private static boolean isRunByAJob(ServiceTask step) {
        return step.isCamundaAsyncBefore() || step.getIncoming().stream().allMatch(flow -> isInAJob(flow.getSource()));
    }

    private static boolean isInAJob(FlowNode node) {
        if (node instanceof CatchEvent event) {
            return event.getEventDefinitions().stream().allMatch(TimerEventDefinition.class::isInstance);
        }
        if (node instanceof Gateway gateway) {
            return gateway.getIncoming().stream().allMatch(flow -> isInAJob(flow.getSource()));
        }
        return node instanceof ServiceTask;
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyListenerAndTimerNamesABean(Path diagram) {
        assertThat(all(diagram, UserTask.class))
                .allSatisfy(task -> assertThat(listeners(task))
                        .as(task.getId())
                        .hasSize(1)
                        .allSatisfy(listener -> {
                            assertThat(listener.getCamundaEvent()).isEqualTo("complete");
                            assertNamesABean(listener.getCamundaDelegateExpression());
                        }));
        model(diagram)
                .getModelElementsByType(CamundaExecutionListener.class)
                .forEach(listener -> assertNamesABean(listener.getCamundaDelegateExpression()));
        model(diagram)
                .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.TimeDate.class)
                .forEach(date -> assertNamesABean(date.getTextContent()));
        assertThat(model(diagram).getModelElementsByType(org.camunda.bpm.model.bpmn.instance.TimeDuration.class))
                .as("timers have absolute dates from the clock")
                .isEmpty();
    }

    private static Collection<CamundaTaskListener> listeners(UserTask task) {
        return task.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaTaskListener.class)
                .list();
    }

    private void assertNamesABean(String expression) {
        Matcher bean = BEAN.matcher(expression.strip());
        assertThat(bean.matches()).as("%s names one bean", expression).isTrue();
        assertThat(new DiagramBeans(context).names()).contains(bean.group(1));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyTaskHasAFormAndATeam(Path diagram) {
        assertThat(all(diagram, UserTask.class)).allSatisfy(task -> {
            assertThat(GROUPS).contains(task.getCamundaCandidateGroups());
            assertThat(task.getCamundaFormKey()).startsWith("embedded:deployment:");
            assertThat(Path.of("forms", task.getCamundaFormKey().replace("embedded:deployment:", "")))
                    .exists();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void calledProcessesExistAndGetTheBusinessKey(Path diagram) {
        assertThat(all(diagram, CallActivity.class)).allSatisfy(call -> {
            assertThat(Path.of("bpmn", call.getCalledElement() + ".bpmn")).exists();
            assertThat(call.getExtensionElements().getDomElement().getChildElements())
                    .anySatisfy(in ->
                            assertThat(in.getAttribute("businessKey")).isEqualTo("#{execution.processBusinessKey}"));
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void messagesAreThoseThatTheCodeSends(Path diagram) {
        assertThat(all(diagram, Message.class))
                .extracting(Message::getName)
                .isSubsetOf(
                        TicketProcess.WITHDRAWN,
                        CustomerInformationProcess.CUSTOMER_REPLIED,
                        TechnicalSupportProcess.RELEASE_PUBLISHED);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void idsAreChosenAndEveryElementIsDrawnAndNamed(Path diagram) {
        Set<String> drawn = model(diagram).getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());
        assertThat(all(diagram, FlowNode.class)).allSatisfy(node -> {
            assertThat(node.getId()).doesNotContainPattern("_[0-9a-z]{7}$").matches("[A-Z][A-Za-z]+_[A-Za-z]+");
            assertThat(drawn).contains(node.getId());
            boolean join =
                    node instanceof ExclusiveGateway && node.getOutgoing().size() == 1;
            assertThat(join || node.getName() != null)
                    .as(node.getId() + " has a name")
                    .isTrue();
        });
        assertThat(all(diagram, SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getId()).doesNotContainPattern("_[0-9a-z]{7}$"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everySplitHasADefaultOrAConditionOnEachFlow(Path diagram) {
        assertThat(all(diagram, ExclusiveGateway.class))
                .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
                .allSatisfy(gateway -> {
                    assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                    assertThat(gateway.getOutgoing())
                            .filteredOn(flow -> !flow.equals(gateway.getDefault()))
                            .allSatisfy(flow ->
                                    assertThat(flow.getConditionExpression()).isNotNull());
                });
    }

    @Test
    void everyFileIsDeployedUnderItsBareName() {
        String deployment = repository.createDeploymentQuery().singleResult().getId();
        Set<String> expected = Stream.of("bpmn", "forms")
                .flatMap(folder -> Arrays.stream(new File(folder).list()))
                .filter(name -> name.matches("[^.].*\\.(bpmn|dmn|html)"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(repository.getDeploymentResourceNames(deployment)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theRegulationIsWatchedWhereItMustBe() {
        Set<String> timers = diagrams().stream()
                .flatMap(diagram -> all(diagram, org.camunda.bpm.model.bpmn.instance.BoundaryEvent.class).stream())
                .map(BaseElement::getId)
                .collect(Collectors.toSet());

        assertThat(timers)
                .contains("BoundaryEvent_FirstResponseWarning", "BoundaryEvent_FirstResponseDue")
                .contains("BoundaryEvent_SecondLineWarning", "BoundaryEvent_SecondLineDue")
                .contains("BoundaryEvent_RepairWarning", "BoundaryEvent_RepairDue");
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
            return Pattern.compile("void ([a-zA-Z]+)\\(")
                    .matcher(Files.readString(file))
                    .results()
                    .map(method -> name + "." + method.group(1))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
