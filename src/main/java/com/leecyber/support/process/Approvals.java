package com.leecyber.support.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.leecyber.support.desk.TakesEffect;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Finds the approvals that the diagrams put between a decision and its telling, so that a process owner who adds one
 * need not think of what the customer would have been told before.
 */
final class Approvals {

    private static final String TELLING = "${tellResolution}";

    /** A version of a diagram never changes, and reading it anew at every decision cost more than the decision. */
    private static final Cache<Place, Boolean> KNOWN =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private record Place(String version, String element) {}

    private final Deque<FlowNode> open = new ArrayDeque<>();
    private final Set<FlowNode> seen = new HashSet<>();

    private Approvals() {}

    /** An outcome waits for approval when one may follow before the next decision and before the customer is told. */
    static TakesEffect awaitedBy(DelegateTask task) {
        boolean awaited = KNOWN.get(
                new Place(task.getProcessDefinitionId(), task.getTaskDefinitionKey()),
                place -> new Approvals().follow(task.getBpmnModelElementInstance()));
        DelegateExecution caller = caller(task.getExecution());
        while (!awaited && caller != null) {
            awaited = awaitedBy(caller);
            caller = caller(caller);
        }
        return awaited ? TakesEffect.WHEN_APPROVED : TakesEffect.AT_ONCE;
    }

    private static boolean awaitedBy(DelegateExecution call) {
        return KNOWN.get(
                new Place(call.getProcessDefinitionId(), call.getCurrentActivityId()),
                place -> new Approvals().follow((FlowNode) call.getBpmnModelElementInstance()));
    }

    private static DelegateExecution caller(DelegateExecution execution) {
        return execution.getProcessInstance().getSuperExecution();
    }

    private boolean follow(FlowNode decision) {
        leave(decision);
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (node instanceof UserTask task) {
                if (isApproval(task)) {
                    return true;
                }
            } else if (!isTelling(node)) {
                goOn(node);
            }
        }
        return false;
    }

    private void leave(FlowNode node) {
        node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(this::visit);
    }

    private void visit(FlowNode node) {
        if (seen.add(node)) {
            open.push(node);
        }
    }

    private void goOn(FlowNode node) {
        if (node instanceof SubProcess phase) {
            phase.getChildElementsByType(StartEvent.class).forEach(this::visit);
        } else if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess phase) {
            leave(phase);
        } else if (node instanceof IntermediateThrowEvent) {
            targets(node).forEach(this::visit);
        }
        if (!(node instanceof SubProcess)) {
            leave(node);
        }
    }

    private static Stream<IntermediateCatchEvent> targets(FlowNode link) {
        List<String> names = links(link);
        return ((ModelElementInstance) link.getParentElement())
                .getChildElementsByType(IntermediateCatchEvent.class).stream()
                        .filter(target -> links(target).stream().anyMatch(names::contains));
    }

    private static List<String> links(FlowNode event) {
        return event.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .toList();
    }

    private static boolean isTelling(FlowNode node) {
        return node instanceof ServiceTask step && TELLING.equals(step.getCamundaDelegateExpression());
    }

    private static boolean isApproval(UserTask task) {
        return listeners(task).stream()
                .anyMatch(listener -> ApprovalStep.DECISION.equals(listener.getCamundaDelegateExpression()));
    }

    private static Collection<CamundaTaskListener> listeners(UserTask task) {
        return task.getExtensionElements() == null
                ? List.of()
                : task.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaTaskListener.class)
                        .list();
    }
}
