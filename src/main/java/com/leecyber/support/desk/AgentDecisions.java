package com.leecyber.support.desk;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.incident.IncidentResponse;
import com.leecyber.support.sla.SlaSettings;
import com.leecyber.support.ticket.Impact;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import com.leecyber.support.triage.PriorityProposal;
import com.leecyber.support.triage.PriorityRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The decisions that complete an agent's task: a refused one changes nothing, for all of it is one transaction.
 *
 * <p>All throw {@link InvalidInput} naming the field when the form cannot be accepted.
 */
@Service
public class AgentDecisions {

    private static final int REASON_LENGTH = 1000;
    private static final int RELEASE_LENGTH = 60;

    private final Tickets tickets;
    private final Customers customers;
    private final TicketLifecycle lifecycle;
    private final PriorityRules priorityRules;
    private final KnownInstructions instructions;
    private final IncidentResponse incidents;
    private final Journal journal;
    private final SlaSettings sla;
    private final MessageSource messages;

    AgentDecisions(
            Tickets tickets,
            Customers customers,
            TicketLifecycle lifecycle,
            PriorityRules priorityRules,
            KnownInstructions instructions,
            IncidentResponse incidents,
            Journal journal,
            SlaSettings sla,
            MessageSource messages) {
        this.tickets = tickets;
        this.customers = customers;
        this.lifecycle = lifecycle;
        this.priorityRules = priorityRules;
        this.instructions = instructions;
        this.incidents = incidents;
        this.journal = journal;
        this.sla = sla;
        this.messages = messages;
    }

    /** L1 qualifies the request: type, priority and what happens next (R5.2). */
    @Transactional
    public TriageOutcome triage(String number, DecisionForm form, TakesEffect effect) {
        tickets.lock(number);
        TriageOutcome outcome = form.choice("outcome", TriageOutcome.class);
        TicketType type = form.choice("type", TicketType.class);
        Impact impact = impact(form);
        PriorityProposal proposal = priorityRules.propose(type, impact);
        Priority priority = form.choice("priority", Priority.class);
        String priorityReason = overrideReason(form, proposal, priority);

        lifecycle.correctType(number, type);
        lifecycle.prioritise(number, impact, priority, proposal.decided(), priorityReason);
        journal(number, EventKind.TRIAGE_DECIDED, outcome, form);
        switch (outcome) {
            case ANSWER -> solve(number, form, effect);
            case ASK -> lifecycle.askCustomer(number, form.required("text"));
            case TAKE -> lifecycle.takeIntoFirstLine(number, said(number, "told.taken", form.optional("text")));
            case ESCALATE -> escalate(number, form);
            case INCIDENT -> incidents.linkInTriage(number, chosen(form, "incident"), form.optional("text"));
            case OUTSIDE -> exclude(number, form);
        }
        return outcome;
    }

    /** The first line answers, applies an instruction, decides limits or a claim (R5.2). */
    @Transactional
    public FirstLineDecision firstLine(String number, DecisionForm form, TakesEffect effect) {
        Ticket ticket = tickets.lock(number);
        FirstLineOutcome outcome = form.choice("outcome", FirstLineOutcome.class);
        LimitsOutcome limits = ticket.type() == TicketType.LIMITS ? limits(outcome, form) : null;
        journal(number, EventKind.FIRST_LINE_DECIDED, outcome, form);
        switch (outcome) {
            case SOLVED -> solve(number, form, effect);
            case ASK -> lifecycle.askCustomer(number, form.required("text"));
            case ESCALATE -> escalate(number, form);
            case OUTSIDE -> exclude(number, form);
        }
        return new FirstLineDecision(outcome, Optional.ofNullable(limits));
    }

    /** L2 says what it found (R5.3, R5.4, R6.2). */
    @Transactional
    public DiagnosisOutcome diagnosis(String number, DecisionForm form, TakesEffect effect) {
        tickets.lock(number);
        DiagnosisOutcome outcome = form.choice("outcome", DiagnosisOutcome.class);
        journal(number, EventKind.DIAGNOSIS_DECIDED, outcome, form);
        switch (outcome) {
            case FIXED -> solve(number, form, effect);
            case NEXT_RELEASE -> lifecycle.planFix(number, form.required("text"), release(form));
            case HARDWARE ->
                lifecycle.hardwareFault(
                        number, form.moment("detectedAt"), said(number, "told.hardware", form.optional("text")));
            case EMERGENCY ->
                lifecycle.needEmergencyWorks(
                        number, form.moment("detectedAt"), said(number, "told.emergency", form.optional("text")));
            case ASK -> lifecycle.askCustomer(number, form.required("text"));
            case RETURN -> lifecycle.returnToFirstLine(number, form.required("text"));
            case OUTSIDE -> exclude(number, form);
        }
        return outcome;
    }

    /** Operations repaired the hardware (R5.4b). */
    @Transactional
    public void repair(String number, DecisionForm form) {
        tickets.lock(number);
        String text = form.required("text");
        journal.record(number, EventKind.REPAIR_DECIDED, "R5.4b", Map.of());
        lifecycle.repaired(number, text);
    }

    /** A colleague agrees with what was decided, or says why not; the customer hears of neither (R3.2). */
    @Transactional
    public ApprovalOutcome approval(String number, DecisionForm form) {
        tickets.lock(number);
        ApprovalOutcome outcome = form.choice("outcome", ApprovalOutcome.class);
        journal.record(number, EventKind.APPROVAL_DECIDED, null, Map.of("outcome", outcome));
        switch (outcome) {
            case APPROVED -> lifecycle.approve(number, form.optional("comment"));
            case REJECTED -> lifecycle.reject(number, form.required("comment"));
        }
        return outcome;
    }

    private void solve(String number, DecisionForm form, TakesEffect effect) {
        switch (effect) {
            case AT_ONCE -> lifecycle.solve(number, form.required("text"));
            case WHEN_APPROVED -> lifecycle.propose(number, form.required("text"));
        }
    }

    private static LimitsOutcome limits(FirstLineOutcome outcome, DecisionForm form) {
        return outcome == FirstLineOutcome.SOLVED
                ? form.choice("limitsDecision", LimitsOutcome.class)
                : LimitsOutcome.NONE;
    }

    static Impact impact(DecisionForm form) {
        return new Impact(
                form.choice("affected", Impact.Affected.class),
                form.choice("scope", Impact.Scope.class),
                form.choice("effect", Impact.Effect.class),
                form.flag("dataLoss"),
                form.flag("workaround"));
    }

    private static String overrideReason(DecisionForm form, PriorityProposal proposal, Priority priority) {
        String reason = form.atMost(REASON_LENGTH, "priorityReason");
        if (priority == proposal.priority()) {
            return null;
        }
        if (reason == null) {
            throw new InvalidInput("priorityReason", "input.override-needs-reason", proposal.priority());
        }
        return reason;
    }

    private static String release(DecisionForm form) {
        form.required("release");
        return form.atMost(RELEASE_LENGTH, "release");
    }

    private void escalate(String number, DecisionForm form) {
        lifecycle.escalate(number, said(number, "told.escalated", null), form.required("text"));
    }

    private void exclude(String number, DecisionForm form) {
        lifecycle.excludeFromResponsibility(number, chosen(form, "exclusion"), form.optional("text"));
    }

    private static String chosen(DecisionForm form, String field) {
        String value = form.optional(field);
        if (value == null) {
            throw new InvalidInput(field, "input.choose");
        }
        return value;
    }

    /** The agent's words, or the standing sentence in the customer's language. */
    private String said(String number, String standing, String words) {
        if (words != null) {
            return words;
        }
        Ticket ticket = tickets.get(number);
        String priority = ticket.priority().map(Priority::name).orElse("");
        return messages.getMessage(
                standing,
                new Object[] {number, priority, sla.hardwareRepair().toHours()},
                customers.findById(ticket.customerId()).orElseThrow().language());
    }

    private void journal(String number, EventKind kind, Enum<?> outcome, DecisionForm form) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("outcome", outcome);
        String tried = form.optional("instruction");
        if (tried != null) {
            details.put(
                    "instruction",
                    instructions
                            .find(tried)
                            .orElseThrow(() -> new InvalidInput("instruction", "input.unknown-instruction", tried))
                            .id());
        }
        String limits = form.optional("limitsDecision");
        if (limits != null) {
            details.put("limits", form.choice("limitsDecision", LimitsOutcome.class));
        }
        journal.record(number, kind, kind == EventKind.DIAGNOSIS_DECIDED ? "R5.3" : "R5.2", details);
    }
}
