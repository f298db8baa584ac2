package com.leecyber.support.gate;

import java.util.Map;
import java.util.Set;

/** What the desk offers; {@code GatedDeploymentTest} asks the desk itself. */
class DeskWords implements Vocabulary {

    @Override
    public Set<String> steps() {
        return Set.of(
                "checkLicence",
                "tellNoLicence",
                "acknowledgeTicket",
                "warnOfDeadline",
                "recordBreach",
                "moveToPanel",
                "remindCustomer",
                "resolveForSilence",
                "tellResolution",
                "closeTicket",
                "confirmWithdrawal",
                "announceWorks",
                "checkNotice",
                "remindOfWorks",
                "beginWorks",
                "warnOfOverrun",
                "tellWorksProlonged",
                "tellWorksCompleted",
                "tellWorksCancelled");
    }

    @Override
    public Set<String> taskListeners() {
        return Set.of(
                "triageDecision",
                "firstLineDecision",
                "diagnosisDecision",
                "repairDecision",
                "worksApprovalDecision",
                "worksChangeDecision",
                "worksProgressDecision");
    }

    @Override
    public Set<String> executionListeners() {
        return Set.of("fixReleased", "worksPlanned", "incidentSettled");
    }

    @Override
    public Map<String, Set<String>> dateMethods() {
        return Map.of(
                "deadlines", Set.of("warningAt", "dueAt"),
                "patience", Set.of("reminderAt", "closesAt"),
                "worksDates", Set.of("noticeDueAt", "reminderAt", "startsAt", "endsAt"));
    }

    @Override
    public Set<String> teams() {
        return Set.of("l1", "l2", "shift-lead", "operations");
    }

    @Override
    public Set<String> messages() {
        return Set.of("TicketWithdrawn", "TicketLinked", "IncidentSettled", "CustomerReplied", "ReleasePublished");
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                "licenceValid",
                "triageOutcome",
                "ticketType",
                "cameThroughPanel",
                "firstLineOutcome",
                "supportOutcome",
                "incidentOver",
                "closingReason",
                "diagnosisOutcome",
                "customerAnswered",
                "worksOutcome",
                "noticeGiven");
    }

    @Override
    public Set<String> processes() {
        return Set.of();
    }

    @Override
    public Set<String> decisions() {
        return Set.of();
    }
}
