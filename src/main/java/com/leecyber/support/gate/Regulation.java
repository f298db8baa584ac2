package com.leecyber.support.gate;

import java.util.List;

/** What the regulation asks of diagrams: one rule a clause, found by what elements do, not by what they are called. */
final class Regulation {

    /** Who hears of the decision in which step. */
    static final String TRIAGE = "triageDecision";

    static final String FIRST_LINE = "firstLineDecision";
    static final String DIAGNOSIS = "diagnosisDecision";
    static final String REPAIR = "repairDecision";
    static final String WORKS_CHANGE = "worksChangeDecision";
    static final String WORKS_PROGRESS = "worksProgressDecision";

    /** The processes that the program starts or calls by name. */
    static final String TICKET = "ticket";

    static final String SECOND_LINE = "technicalSupport";
    static final String INFORMATION = "customerInformation";
    static final String PLANNED_WORKS = "plannedMaintenance";

    static final List<DiagramRule> RULES = List.of(
            new LicenceFirst(),
            new WatchedDeadlines(),
            new NoResolutionTimer(),
            new TellBeforeClosing(),
            new SilenceIsResolved(),
            new PanelFirst(),
            new EveryTypeHasItsWay(),
            new AskedWork(),
            new Outcomes(),
            new MessagesAreHeard(),
            new LinkedTicketsWait(),
            new NoticeBeforeWorks());

    private Regulation() {}
}
