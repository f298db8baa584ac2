package com.leecyber.support.process;

import static com.leecyber.support.process.Steps.ticketOf;

import com.leecyber.support.sla.ClockReading;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketEvents.TicketChanged;
import com.leecyber.support.ticket.Tickets;
import com.leecyber.support.triage.PriorityRules;
import com.leecyber.support.works.AllWorks;
import com.leecyber.support.works.Works;
import com.leecyber.support.works.WorksKind;
import com.leecyber.support.works.WorksNotice;
import com.leecyber.support.works.WorksState;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Every task shows its ticket's number, priority and deadline, so that the most urgent one stands on top: the due date
 * is the next promise, the follow-up date its warning, and a broken promise comes before the kept ones of the same
 * priority. A task of works shows theirs: when they begin, and by when customers must have been told.
 */
@Component
class TaskFollowsTicket {

    private static final int BROKEN = 5;

    private final Tickets tickets;
    private final ResponseClocks clocks;
    private final PriorityRules priorityRules;
    private final AllWorks works;
    private final WorksNotice notice;
    private final TaskService tasks;
    private final AsApplication asApplication;
    private final Clock clock;

    TaskFollowsTicket(
            Tickets tickets,
            ResponseClocks clocks,
            PriorityRules priorityRules,
            AllWorks works,
            WorksNotice notice,
            TaskService tasks,
            AsApplication asApplication,
            Clock clock) {
        this.tickets = tickets;
        this.clocks = clocks;
        this.priorityRules = priorityRules;
        this.works = works;
        this.notice = notice;
        this.tasks = tasks;
        this.asApplication = asApplication;
        this.clock = clock;
    }

    /** What a task shows of its ticket. */
    private record Urgency(int priority, Date due, Date warning) {}

    /** Sets a task that is being created. */
    TaskListener onCreate() {
        return task -> {
            String number = ticketOf(task);
            Urgency urgency = works.find(number).map(this::urgency).orElseGet(() -> urgency(number));
            // Tasklist's list shows names and searches by them, and knows no business keys.
            task.setName(number + " · " + task.getName());
            task.setPriority(urgency.priority());
            task.setDueDate(urgency.due());
            task.setFollowUpDate(urgency.warning());
        };
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void follow(TicketChanged changed) {
        asApplication.run(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(changed.number())
                .list()
                .forEach(task -> follow(task, urgency(changed.number()))));
    }

    private void follow(Task task, Urgency urgency) {
        if (task.getPriority() != urgency.priority()
                || !Objects.equals(task.getDueDate(), urgency.due())
                || !Objects.equals(task.getFollowUpDate(), urgency.warning())) {
            task.setPriority(urgency.priority());
            task.setDueDate(urgency.due());
            task.setFollowUpDate(urgency.warning());
            tasks.saveTask(task);
        }
    }

    private Urgency urgency(Works works) {
        if (works.kind() == WorksKind.EMERGENCY) {
            return new Urgency(rank(Priority.P1), null, null);
        }
        if (works.state() == WorksState.RUNNING) {
            return new Urgency(rank(Priority.P2), Date.from(works.endsAt()), null);
        }
        boolean told = works.window().noticeGiven().orElse(false);
        return new Urgency(
                rank(Priority.P2),
                Date.from(works.window().startsAt()),
                told ? null : Date.from(notice.dueAt(works.number())));
    }

    private Urgency urgency(String number) {
        Ticket ticket = tickets.get(number);
        ClockReading reading = clocks.read(ticket.id());
        Instant now = clock.instant();
        boolean broken = reading.promises().stream().anyMatch(promise -> promise.isBrokenAt(now));
        Priority priority = ticket.priority()
                .orElseGet(() ->
                        priorityRules.propose(ticket.type(), ticket.impact()).priority());
        return new Urgency(
                rank(priority) + (broken ? BROKEN : 0), date(reading, Promise::dueAt), date(reading, Promise::warnAt));
    }

    private static Date date(ClockReading reading, Function<Promise, Instant> moment) {
        Optional<Promise> next = reading.nextDue();
        return next.map(moment).map(Date::from).orElse(null);
    }

    private static int rank(Priority priority) {
        return switch (priority) {
            case P1 -> SharedFilters.P1_RANK;
            case P2 -> 60;
            case P3 -> 30;
        };
    }

    /** Puts the listener on every user task of every diagram, so that no process owner has to think of it. */
    static class Attach extends AbstractBpmnParseListener {

        private final ApplicationContext context;

        Attach(ApplicationContext context) {
            this.context = context;
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            UserTaskActivityBehavior behaviour = (UserTaskActivityBehavior) activity.getActivityBehavior();
            behaviour
                    .getTaskDefinition()
                    .addBuiltInTaskListener(
                            TaskListener.EVENTNAME_CREATE,
                            task -> context.getBean(TaskFollowsTicket.class)
                                    .onCreate()
                                    .notify(task));
        }
    }
}
