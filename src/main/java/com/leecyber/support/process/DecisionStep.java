package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.placeOf;
import static com.leecyber.support.process.Steps.ticketOf;

import com.leecyber.support.desk.DecisionForm;
import com.leecyber.support.ticket.IllegalTransition;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Completing a task with a decision: applied in the transaction that completes the task, or refused with
 * {@code field: what to mend} in the reader's language, which the form shows at that field.
 */
@Component
class DecisionStep {

    /** Everything that may outlive a task; what else a form sends must be transient. */
    static final Set<String> ROUTING = Set.of(
            TicketProcess.LICENCE_VALID.name(),
            TicketProcess.TRIAGE_OUTCOME.name(),
            TicketProcess.TICKET_TYPE.name(),
            TicketProcess.CAME_THROUGH_PANEL.name(),
            TicketProcess.FIRST_LINE_OUTCOME.name(),
            TicketProcess.LIMITS_OUTCOME.name(),
            TicketProcess.SUPPORT_OUTCOME.name(),
            TicketProcess.INCIDENT_OVER.name(),
            TicketProcess.CLOSING_REASON.name(),
            TechnicalSupportProcess.DIAGNOSIS_OUTCOME.name(),
            ApprovalStep.APPROVAL_OUTCOME.name(),
            CustomerInformationProcess.CUSTOMER_ANSWERED.name(),
            PlannedMaintenanceProcess.WORKS_OUTCOME.name(),
            PlannedMaintenanceProcess.NOTICE_GIVEN.name());

    private final MessageSource messages;

    DecisionStep(MessageSource messages) {
        this.messages = messages;
    }

    interface Decision {

        void apply(DelegateTask task, String number, DecisionForm form);
    }

    /** What a start form begins; the result is the number of it, which becomes the process's business key. */
    interface Opening {

        String open(DecisionForm form);
    }

    TaskListener of(Decision decision) {
        return task -> refusing(() -> {
            refuseWhatWouldStay(task, ROUTING);
            placeOf(task).during(() -> decision.apply(task, ticketOf(task), new DecisionForm(task::getVariable)));
        });
    }

    /** Starting a process with a form: refused like a decision, and then nothing was started. */
    ExecutionListener opening(Opening opening) {
        return execution -> refusing(() -> {
            refuseWhatWouldStay(execution, Set.of());
            execution.setProcessBusinessKey(opening.open(new DecisionForm(execution::getVariable)));
        });
    }

    private void refusing(Runnable step) {
        try {
            step.run();
        } catch (InvalidInput refused) {
            throw new BadUserRequestException(text(refused.errors().get(0)));
        } catch (IllegalTransition overtaken) {
            // Somebody else moved the ticket while this form was open.
            throw new BadUserRequestException(text(new FieldError("outcome", "input.ticket-moved-on")));
        }
    }

    /** Customers' and agents' words belong on the ticket; the engine would keep them in its history for years. */
    private static void refuseWhatWouldStay(VariableScope form, Set<String> maySay) {
        for (String name : form.getVariableNames()) {
            TypedValue value = form.getVariableTyped(name, false);
            if (!maySay.contains(name) && !value.isTransient()) {
                throw new InvalidInput(name, "input.variable-would-stay");
            }
        }
    }

    private String text(FieldError error) {
        return error.field() + ": "
                + messages.getMessage(error.messageKey(), error.arguments(), LocaleContextHolder.getLocale());
    }
}
