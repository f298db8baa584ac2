package com.leecyber.support.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits as a process owner makes them, in the diagrams of the product. */
class DiagramDifferenceTest {

    private static final DeskFile TICKET = DeskFile.bpmn("ticket.bpmn");
    private static final DeskFile CUSTOMER_INFORMATION = DeskFile.bpmn("customerInformation.bpmn");

    @Test
    void aNewLabelIsOneChangeOfOneElement() {
        assertThat(changes(TICKET, TICKET.with("name=\"Подтвердить регистрацию\"", "name=\"Прислать номер\"")))
                .containsExactly(new ElementChange(
                        ChangeKind.CHANGED,
                        "ServiceTask_Acknowledge",
                        "serviceTask",
                        "Прислать номер",
                        List.of(new PropertyChange("name", "Подтвердить регистрацию", "Прислать номер"))));
    }

    @Test
    void anotherTimerIsNamedAtItsEvent() {
        DeskFile proposed =
                CUSTOMER_INFORMATION.with("${patience.closesAt(execution)}", "${patience.closesLaterAt(execution)}");

        assertThat(changes(CUSTOMER_INFORMATION, proposed))
                .containsExactly(new ElementChange(
                        ChangeKind.CHANGED,
                        "BoundaryEvent_PatienceOver",
                        "boundaryEvent",
                        "Ответа нет 7 дней",
                        List.of(new PropertyChange(
                                "timeDate",
                                "${patience.closesAt(execution)}",
                                "${patience.closesLaterAt(execution)}"))));
    }

    @Test
    void aRemovedTimerTakesItsFlowWithIt() {
        DeskFile proposed = CUSTOMER_INFORMATION
                .without("<bpmn:boundaryEvent id=\"BoundaryEvent_ReminderDue\"", "</bpmn:boundaryEvent>")
                .without("<bpmn:sequenceFlow id=\"Flow_ReminderDue\"", "/>")
                .with("<bpmn:incoming>Flow_ReminderDue</bpmn:incoming>", "");

        List<ElementChange> changes = changes(CUSTOMER_INFORMATION, proposed);

        assertThat(changes)
                .extracting(ElementChange::kind, ElementChange::elementId, ElementChange::label)
                .containsExactly(
                        tuple(ChangeKind.REMOVED, "BoundaryEvent_ReminderDue", "Пора напомнить"),
                        tuple(ChangeKind.REMOVED, "Flow_ReminderDue", "Пора напомнить → Напомнить клиенту"));
        assertThat(changes.get(0).properties())
                .contains(
                        new PropertyChange("eventDefinition", "timer", null),
                        new PropertyChange("attachedToRef", "Дождаться ответа клиента (ReceiveTask_AwaitReply)", null));
    }

    @Test
    void anAddedStepAndItsGatewayAreToldWithAllTheySay() {
        DeskFile proposed = TICKET.with(
                "<bpmn:sequenceFlow id=\"Flow_EnterClosure\" sourceRef=\"Gateway_ToClosure\" targetRef=\"SubProcess_Closure\" />",
                """
                <bpmn:userTask id="Task_ApproveClosure" name="Согласовать закрытие" camunda:candidateGroups="shift-lead">
                  <bpmn:extensionElements>
                    <camunda:taskListener delegateExpression="${closureDecision}" event="complete" />
                  </bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:exclusiveGateway id="Gateway_ClosureApproved" name="Согласовано?" default="Flow_EnterClosure" />
                <bpmn:sequenceFlow id="Flow_ToApproval" sourceRef="Gateway_ToClosure" targetRef="Task_ApproveClosure" />
                <bpmn:sequenceFlow id="Flow_Approved" sourceRef="Task_ApproveClosure" targetRef="Gateway_ClosureApproved" />
                <bpmn:sequenceFlow id="Flow_EnterClosure" sourceRef="Gateway_ClosureApproved" targetRef="SubProcess_Closure" />
                """);

        List<ElementChange> changes = changes(TICKET, proposed);

        assertThat(changes)
                .extracting(ElementChange::kind, ElementChange::elementId)
                .containsExactly(
                        tuple(ChangeKind.ADDED, "Task_ApproveClosure"),
                        tuple(ChangeKind.ADDED, "Gateway_ClosureApproved"),
                        tuple(ChangeKind.ADDED, "Flow_ToApproval"),
                        tuple(ChangeKind.ADDED, "Flow_Approved"),
                        tuple(ChangeKind.CHANGED, "Flow_EnterClosure"));
        assertThat(changes.get(0).properties())
                .containsExactly(
                        new PropertyChange("parent", null, "Обращение в поддержку (ticket)"),
                        new PropertyChange("camunda:candidateGroups", null, "shift-lead"),
                        new PropertyChange("name", null, "Согласовать закрытие"),
                        new PropertyChange(
                                "camunda:taskListener",
                                null,
                                "delegateExpression = \"${closureDecision}\", event = \"complete\""));
        assertThat(changes.get(4).properties())
                .containsExactly(
                        new PropertyChange("sourceRef", "Gateway_ToClosure", "Согласовано? (Gateway_ClosureApproved)"));
    }

    @Test
    void anElementThatStandsElsewhereIsMovedAndNothingElse() {
        DeskFile proposed = TICKET.with(
                "<dc:Bounds x=\"525\" y=\"380\" width=\"140\" height=\"80\" />",
                "<dc:Bounds x=\"525\" y=\"300\" width=\"140\" height=\"80\" />");

        DiagramDifference difference = (DiagramDifference) TICKET.against(proposed);

        assertThat(difference.changes())
                .containsExactly(new ElementChange(
                        ChangeKind.MOVED,
                        "ServiceTask_Acknowledge",
                        "serviceTask",
                        "Подтвердить регистрацию",
                        List.of()));
        assertThat(difference.layoutOnly()).isTrue();
        assertThat(difference.isEmpty()).isFalse();
    }

    @Test
    void aLineThatRunsAnotherWayIsNoChange() {
        assertThat(changes(CUSTOMER_INFORMATION, CUSTOMER_INFORMATION.with("<di:waypoint x=\"300\" y=\"400\" />", "")))
                .isEmpty();
    }

    @Test
    void mappingsListenersAndRetriesAreNamed() {
        DeskFile proposed = TICKET.with(
                        "<camunda:in source=\"cameThroughPanel\" target=\"cameThroughPanel\" />",
                        "<camunda:in source=\"panel\" target=\"cameThroughPanel\" />")
                .with(
                        "id=\"Task_HandleClaim\" name=\"Рассмотреть претензию\" camunda:formKey=\"embedded:deployment:handle-claim.html\"",
                        "id=\"Task_HandleClaim\" name=\"Рассмотреть претензию\" camunda:formKey=\"embedded:deployment:claim.html\"");

        assertThat(changes(TICKET, proposed))
                .flatExtracting(ElementChange::properties)
                .containsExactly(
                        new PropertyChange(
                                "camunda:formKey",
                                "embedded:deployment:handle-claim.html",
                                "embedded:deployment:claim.html"),
                        new PropertyChange(
                                "camunda:in",
                                "source = \"cameThroughPanel\", target = \"cameThroughPanel\"",
                                "source = \"panel\", target = \"cameThroughPanel\""));
    }

    @Test
    void theOrderOfConditionsIsAChangeBecauseTheFirstThatHoldsWins() {
        String finish =
                between(TICKET.text(), "<bpmn:sequenceFlow id=\"Flow_FinishAfterTriage\"", "</bpmn:sequenceFlow>");
        String escalate =
                between(TICKET.text(), "<bpmn:sequenceFlow id=\"Flow_EscalateFromTriage\"", "</bpmn:sequenceFlow>");
        DeskFile proposed = TICKET.with(finish, "").with(escalate, escalate + finish);

        assertThat(changes(TICKET, proposed)).singleElement().satisfies(change -> {
            assertThat(change.elementId()).isEqualTo("Gateway_NextStep");
            assertThat(change.properties()).extracting(PropertyChange::property).containsExactly("conditionOrder");
        });
    }

    @Test
    void aStepThatMovesIntoAnotherPhaseIsChanged() {
        String task =
                between(TICKET.text(), "<bpmn:serviceTask id=\"ServiceTask_RecordBreach\"", "</bpmn:serviceTask>");
        DeskFile proposed = TICKET.with(task, "")
                .with(
                        "<bpmn:subProcess id=\"SubProcess_FirstLine\"",
                        task + "<bpmn:subProcess id=\"SubProcess_FirstLine\"");

        assertThat(changes(TICKET, proposed))
                .singleElement()
                .satisfies(change -> assertThat(change.properties())
                        .containsExactly(new PropertyChange(
                                "parent",
                                "Квалификация и triage (L1) (SubProcess_Triage)",
                                "Обращение в поддержку (ticket)")));
    }

    @Test
    void messagesAndTheProcessItselfAreElementsToo() {
        DeskFile proposed = TICKET.with("name=\"TicketWithdrawn\"", "name=\"TicketTakenBack\"")
                .with("camunda:historyTimeToLive=\"P400D\"", "camunda:historyTimeToLive=\"P30D\"");

        assertThat(changes(TICKET, proposed))
                .containsExactly(
                        new ElementChange(
                                ChangeKind.CHANGED,
                                "ticket",
                                "process",
                                "Обращение в поддержку",
                                List.of(new PropertyChange("camunda:historyTimeToLive", "P400D", "P30D"))),
                        new ElementChange(
                                ChangeKind.CHANGED,
                                "Message_TicketWithdrawn",
                                "message",
                                "TicketTakenBack",
                                List.of(new PropertyChange("name", "TicketWithdrawn", "TicketTakenBack"))));
    }

    @Test
    void anotherProcessIdDoesNotMoveEveryElement() {
        DeskFile proposed = CUSTOMER_INFORMATION.with(
                "<bpmn:process id=\"customerInformation\"", "<bpmn:process id=\"customerAnswer\"");

        assertThat(changes(CUSTOMER_INFORMATION, proposed))
                .extracting(ElementChange::kind, ElementChange::elementId)
                .containsExactly(
                        tuple(ChangeKind.ADDED, "customerAnswer"), tuple(ChangeKind.REMOVED, "customerInformation"));
    }

    @Test
    void aNewFileIsAllAddedAndARemovedOneAllRemoved() {
        DiagramDifference added = (DiagramDifference) Difference.between("ticket.bpmn", null, TICKET.bytes());
        DiagramDifference removed = (DiagramDifference) Difference.between("ticket.bpmn", TICKET.bytes(), null);

        assertThat(added.isNew()).isTrue();
        assertThat(added.isRemoved()).isFalse();
        assertThat(added.changes()).hasSize((int) added.count(ChangeKind.ADDED)).hasSizeGreaterThan(100);
        assertThat(removed.isRemoved()).isTrue();
        assertThat(removed.count(ChangeKind.REMOVED)).isEqualTo(added.count(ChangeKind.ADDED));
    }

    @Test
    void whatIsInvisibleIsSpelledOut() {
        DeskFile proposed = TICKET.with("${!licenceValid}", "${!licence\u202eValid}");

        assertThat(changes(TICKET, proposed))
                .flatExtracting(ElementChange::properties)
                .containsExactly(
                        new PropertyChange("conditionExpression", "${!licenceValid}", "${!licence‹U+202E›Valid}"));
    }

    @Test
    void oneAttributeCannotPassForTwo() {
        DeskFile one = TICKET.with(
                "<camunda:in source=\"cameThroughPanel\" target=\"cameThroughPanel\" />",
                "<camunda:in source=\"a&quot;, target = &quot;b\" />");
        DeskFile two = TICKET.with(
                "<camunda:in source=\"cameThroughPanel\" target=\"cameThroughPanel\" />",
                "<camunda:in source=\"a\" target=\"b\" />");

        assertThat(changes(one, two)).hasSize(1);
    }

    private static List<ElementChange> changes(DeskFile before, DeskFile after) {
        return ((DiagramDifference) before.against(after)).changes();
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        return text.substring(start, text.indexOf(to, start) + to.length());
    }
}
