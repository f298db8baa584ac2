package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The step «Согласовать решение» wherever a process owner may put it. */
@ProcessStories
class ApprovalStoriesTest {

    private static final String APPROVAL = """
            <bpmn:userTask id="Task_Approve" name="Согласовать решение" camunda:formKey="embedded:deployment:approve.html"
                camunda:candidateGroups="shift-lead">
              <bpmn:extensionElements>
                <camunda:taskListener delegateExpression="${approvalDecision}" event="complete" />
              </bpmn:extensionElements>
              <bpmn:incoming>%s</bpmn:incoming>
              <bpmn:outgoing>Flow_Approved</bpmn:outgoing>
            </bpmn:userTask>
            """;

    private static final String DRAWING = """
            <bpmndi:BPMNShape id="Task_Approve_di" bpmnElement="Task_Approve">
              <dc:Bounds x="0" y="0" width="100" height="80" />
            </bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="Flow_Approved_di" bpmnElement="Flow_Approved">
              <di:waypoint x="100" y="40" />
              <di:waypoint x="150" y="40" />
            </bpmndi:BPMNEdge>
            """;

    @Autowired
    Story story;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    RepositoryService repository;

    @Autowired
    ApplicationEventPublisher events;

    private String deployment;

    @AfterEach
    void leaveNothing() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
            events.publishEvent(new Deployed());
        }
    }

    @Test
    void whatTheSecondLineFixedWaitsForAnApprovalInTheCallingProcess() throws IOException {
        deployWithApprovalOn("Flow_SecondLineFinished", "CallActivity_TechnicalSupport", "Gateway_SecondLineOutcome");
        String number = story.registered(TicketType.PROBLEM);
        story.triages(number, Map.of("outcome", "ESCALATE"));

        story.completes("boris", number, "Task_Diagnose", Map.of("outcome", "FIXED", "text", "Исправлен индекс."));
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.IN_SECOND_LINE);
        assertThat(story.ticket(number).responseDueAt()).isPresent();
        story.completes("vera", number, "Task_Approve", Map.of("outcome", "APPROVED"));

        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        assertThat(story.ticket(number).resolution()).contains("Исправлен индекс.");
        assertThat(story.told(number)).last().isEqualTo("ticket-solved");
    }

    @Test
    void anAnswerAtTriageWaitsAsWell() throws IOException {
        deployWithApprovalOn("Flow_FinishAfterTriage", "Gateway_NextStep", "Gateway_ToClosureDirectly");
        String number = story.registered(TicketType.QUESTION);

        story.triages(number, Map.of("outcome", "ANSWER", "text", "Нажмите «Поделиться»."));
        assertThat(story.ticket(number).responseDueAt())
                .as("no answer was given yet")
                .isPresent();
        story.completes("vera", number, "Task_Approve", Map.of("outcome", "APPROVED"));

        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        assertThat(story.ticket(number).resolution()).contains("Нажмите «Поделиться».");
    }

    @Test
    void withoutAnApprovalOnTheWayADecisionTakesEffectAtOnce() {
        String number = story.registered(TicketType.LIMITS);
        story.triages(number, Map.of("outcome", "TAKE"));

        story.completes(
                "anna",
                number,
                "Task_DecideLimits",
                Map.of("outcome", "SOLVED", "limitsDecision", "GRANTED", "text", "Готово."));

        assertThat(story.journal(number)).containsSubsequence("FIRST_LINE_DECIDED", "TICKET_RESOLVED");
        assertThat(story.journal(number)).doesNotContain("NOTE_ADDED");
    }

    @Test
    void whatIsDoneCannotBeRejected() {
        String number = story.registered(TicketType.QUESTION);
        story.triages(number, Map.of("outcome", "ANSWER"));

        assertThatThrownBy(() -> lifecycle.reject(number, "Нет."))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(InvalidInput.FieldError::messageKey)
                                .isEqualTo(List.of("input.outcome-is-final")));
    }

    /** Puts the step between a flow and its target, in the diagram of the ticket. */
    private void deployWithApprovalOn(String flow, String source, String target) throws IOException {
        String diagram = Files.readString(Path.of("bpmn", "ticket.bpmn"));
        String arrow = "sourceRef=\"%s\" targetRef=\"%s\"";
        String without = arrow.formatted(source, target);
        assertThat(diagram).contains(without);
        String changed = diagram.replace(without, arrow.formatted(source, "Task_Approve"))
                .replace("<bpmn:incoming>" + flow + "</bpmn:incoming>", "<bpmn:incoming>Flow_Approved</bpmn:incoming>")
                .replace(
                        "</bpmn:process>",
                        APPROVAL.formatted(flow) + "<bpmn:sequenceFlow id=\"Flow_Approved\" "
                                + arrow.formatted("Task_Approve", target) + " /></bpmn:process>")
                .replace("</bpmndi:BPMNPlane>", DRAWING + "</bpmndi:BPMNPlane>");
        DeploymentBuilder builder = repository.createDeployment().addString("ticket.bpmn", changed);
        for (File form : new File("forms").listFiles((folder, name) -> name.endsWith(".html"))) {
            builder.addString(form.getName(), Files.readString(form.toPath()));
        }
        deployment = builder.deploy().getId();
    }
}
