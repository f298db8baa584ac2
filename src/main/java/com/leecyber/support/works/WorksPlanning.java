package com.leecyber.support.works;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.Decided;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.desk.DecisionForm;
import com.leecyber.support.ticket.InvalidInput;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works are planned, agreed with, moved or cancelled before they begin (R6.1).
 *
 * <p>All methods throw {@link InvalidInput} naming the field when the form cannot be accepted.
 */
@Service
@Transactional
public class WorksPlanning {

    private static final String CLAUSE = "R6.1";

    private final AllWorks all;
    private final WindowRules rules;
    private final ServiceTicks ticks;
    private final Journal journal;
    private final Clock clock;

    WorksPlanning(AllWorks all, WindowRules rules, ServiceTicks ticks, Journal journal, Clock clock) {
        this.all = all;
        this.rules = rules;
        this.ticks = ticks;
        this.journal = journal;
        this.clock = clock;
    }

    /** What a shift lead says to a plan. */
    public enum Approval {
        APPROVE,
        RETURN
    }

    /** What becomes of works that have not begun. */
    public enum Change {
        MOVE,
        CANCEL
    }

    /**
     * Operations plan works.
     *
     * @return their number
     */
    public String plan(DecisionForm form) {
        List<String> services = ticks.read(form);
        Window window = rules.read(form);
        String offPeakReason = rules.offPeakReason(form, window);
        PublicText text = new PublicText(form.required("textRu"), form.required("textEn"));
        Works works = Works.planned(
                all.nextPlanned(), services, form.flag("interrupts"), text, Actor.current(), clock.instant());
        works.plan(window, text, offPeakReason, Actor.current(), clock.instant());
        all.save(works);
        Map<String, Object> details = details(works, window);
        details.put("services", services);
        details.put("interrupts", works.interrupts());
        journal.open(works.number(), EventKind.WORKS_PLANNED, CLAUSE, details);
        return works.number();
    }

    /** A shift lead agrees with the plan, or says why not; never with a plan of their own. */
    public Approval decide(String number, DecisionForm form) {
        Works works = all.lock(number);
        Approval approval = form.choice("outcome", Approval.class);
        switch (approval) {
            case APPROVE -> approve(works, form.optional("comment"));
            case RETURN -> {
                works.giveBack(Actor.current(), form.required("comment"), clock.instant());
                journal.record(number, EventKind.WORKS_REJECTED, CLAUSE, Map.of("revision", works.revision()));
            }
        }
        return approval;
    }

    private void approve(Works works, String comment) {
        if (works.window().plannedBy().equals(Actor.current())) {
            throw new InvalidInput("outcome", "input.works-own-plan");
        }
        rules.requireNotice("outcome", works.window().startsAt());
        works.approve(Actor.current(), comment, clock.instant());
        journal.record(works.number(), EventKind.WORKS_APPROVED, CLAUSE, Map.of("revision", works.revision()));
    }

    /** Operations plan works anew, or cancel them. */
    public Change change(String number, DecisionForm form) {
        Works works = all.lock(number);
        Change change = form.choice("outcome", Change.class);
        switch (change) {
            case MOVE -> move(works, form);
            case CANCEL -> cancel(works, form);
        }
        return change;
    }

    private void move(Works works, DecisionForm form) {
        Window window = rules.read(form);
        String offPeakReason = rules.offPeakReason(form, window);
        PublicText text = new PublicText(form.required("textRu"), form.required("textEn"));
        works.plan(window, text, offPeakReason, Actor.current(), clock.instant());
        journal.record(works.number(), EventKind.WORKS_MOVED, CLAUSE, details(works, window));
    }

    /** Customers who have heard of works hear why they will not be; nobody else does. */
    private void cancel(Works works, DecisionForm form) {
        PublicText why =
                works.announced().isPresent() ? new PublicText(form.required("whyRu"), form.required("whyEn")) : null;
        works.cancel(why, clock.instant());
        journal.record(works.number(), EventKind.WORKS_CANCELLED, CLAUSE, Map.of("announced", why != null));
    }

    private Map<String, Object> details(Works works, Window planned) {
        WorksWindow window = works.window();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("revision", works.revision());
        details.put("from", window.startsAt());
        details.put("to", window.endsAt());
        details.put(Decided.KEY, rules.decided(planned));
        window.offPeakReason().ifPresent(reason -> details.put("offPeakReason", reason));
        return details;
    }
}
