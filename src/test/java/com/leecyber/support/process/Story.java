package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The words that process stories are told in: a customer asks, an agent decides, time passes. */
@TestComponent
class Story {

    private final Registration registration;
    private final Conversation conversation;
    private final Customers customers;
    private final Tickets tickets;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final IdentityService identities;
    private final StaffAccounts staff;
    private final JdbcClient database;
    private final MovableClock clock;

    Story(
            Registration registration,
            Conversation conversation,
            Customers customers,
            Tickets tickets,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            HistoryService history,
            IdentityService identities,
            StaffAccounts staff,
            JdbcClient database,
            MovableClock clock) {
        this.registration = registration;
        this.conversation = conversation;
        this.customers = customers;
        this.tickets = tickets;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.identities = identities;
        this.staff = staff;
        this.database = database;
        this.clock = clock;
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
    }

    /** A licensed customer's request, registered; its process has run to where it waits. */
    String registered(TicketType type) {
        return registered(type, Channel.PANEL, "romashka@customers.example");
    }

    String registered(TicketType type, Channel channel, String customer) {
        synchroniseEngineClock();
        Ticket ticket = registration.register(new NewTicket(
                customers.findByEmailIgnoreCase(customer).orElseThrow().id(),
                channel,
                type,
                "docs",
                "Не открывается документ",
                "Документ не открывается с утра.",
                "Открыть документ",
                "Документ открыт",
                "Ошибка 500",
                null,
                null));
        runDueJobs();
        return ticket.number();
    }

    /** Starts a process with what a start form sends; its number. */
    String starts(String agent, String process, Map<String, Object> form) {
        synchroniseEngineClock();
        AtomicReference<String> number = new AtomicReference<>();
        as(
                agent,
                () -> number.set(runtime.createProcessInstanceByKey(process)
                        .setVariables(transientOnly(form))
                        .execute()
                        .getBusinessKey()));
        runDueJobs();
        return number.get();
    }

    static VariableMap transientOnly(Map<String, Object> form) {
        VariableMap fields = Variables.createVariables();
        form.forEach((name, value) -> fields.putValueTyped(name, Variables.untypedValue(value, true)));
        return fields;
    }

    Ticket ticket(String number) {
        return tickets.get(number);
    }

    /** Signs in as a person of the desk for one action. */
    void as(String agent, Runnable action) {
        identities.setAuthentication(agent, staff.groupsOf(agent));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(agent, null, List.of()));
        try {
            action.run();
        } finally {
            identities.clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }

    /** Completes the ticket's open task with what the form sends, as one of its candidates. */
    void completes(String agent, String number, String step, Map<String, Object> form) {
        Task task = task(number, step);
        VariableMap fields = transientOnly(form);
        as(agent, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), agent);
            }
            tasks.complete(task.getId(), fields);
        });
        runDueJobs();
    }

    /** What customer and staff wrote, oldest first. */
    List<Message> conversation(String number) {
        return conversation.of(ticket(number));
    }

    /** L1's decision with the facts of an ordinary problem, changed as given. */
    void triages(String number, Map<String, Object> changes) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "type", ticket(number).type().name(),
                "affected", "MODULE",
                "scope", "ONE_USER",
                "effect", "MINOR",
                "dataLoss", false,
                "workaround", true,
                "priority", "P3",
                "text", "Здравствуйте! Смотрим."));
        form.putAll(changes);
        completes("anna", number, "Task_Triage", form);
    }

    void customerWrites(String number, String text) {
        conversation.customerWrites(number, text, ticket(number).channel());
        runDueJobs();
    }

    /** Time goes by; every timer on the way fires at its own moment. */
    void passes(Duration duration) {
        Instant end = clock.instant().plus(duration);
        for (Optional<Instant> next = nextTimer();
                next.isPresent() && !next.get().isAfter(end);
                next = nextTimer()) {
            if (next.get().isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), next.get()));
            }
            runDueJobs();
            assertThat(nextTimer().filter(stuck -> !stuck.isAfter(clock.instant())))
                    .as("the timer that has rung for the last time in vain")
                    .isEmpty();
        }
        clock.advance(Duration.between(clock.instant(), end));
        runDueJobs();
    }

    /** Runs what the job executor would run now. */
    void runDueJobs() {
        synchroniseEngineClock();
        for (List<Job> due = dueJobs(); !due.isEmpty(); due = dueJobs()) {
            due.forEach(job -> {
                if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                    management.executeJob(job.getId());
                }
            });
        }
    }

    private List<Job> dueJobs() {
        return management.createJobQuery().executable().withRetriesLeft().list();
    }

    private Optional<Instant> nextTimer() {
        return management.createJobQuery().timers().orderByJobDuedate().asc().listPage(0, 1).stream()
                .findFirst()
                .map(job -> job.getDuedate().toInstant());
    }

    private void synchroniseEngineClock() {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
    }

    /** The ticket's own process while it runs. */
    ProcessInstance process(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(TicketProcess.KEY)
                .singleResult();
    }

    Task task(String number, String step) {
        List<Task> open = openTasks(number);
        assertThat(open).extracting(Task::getTaskDefinitionKey).containsExactly(step);
        return open.get(0);
    }

    List<Task> openTasks(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .initializeFormKeys()
                .list();
    }

    /** The due dates of the timers that wait at the ticket's task, by their boundary event. */
    Map<String, Instant> timers(String number) {
        Map<String, Instant> timers = new HashMap<>();
        management
                .createJobQuery()
                .processInstanceId(openTasks(number).get(0).getProcessInstanceId())
                .timers()
                .list()
                .forEach(job -> timers.put(
                        management
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId(),
                        job.getDuedate().toInstant()));
        return timers;
    }

    /** Every element that the ticket's token has passed, called processes included. */
    List<String> passed(String number) {
        return database.sql("select act_id_ from act_hi_actinst activity join act_hi_procinst instance"
                        + " on instance.id_ = activity.proc_inst_id_ where instance.business_key_ = ?"
                        + " order by activity.sequence_counter_")
                .param(number)
                .query(String.class)
                .list();
    }

    /** The named end at which the ticket's own process ended. */
    String endOf(String number) {
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(TicketProcess.KEY)
                .finished()
                .singleResult()
                .getId();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).finished().list().stream()
                .filter(activity -> activity.getActivityType().endsWith("EndEvent"))
                .filter(activity -> instance.equals(activity.getParentActivityInstanceId())
                        || "EndEvent_TicketWithdrawn".equals(activity.getActivityId()))
                .map(HistoricActivityInstance::getActivityId)
                .findFirst()
                .orElseThrow();
    }

    /** What was said about a ticket to its customer and to leads, oldest first: kinds of notification. */
    List<String> told(String number) {
        return database.sql("select kind from (select kind, created_at, id from outbox where ticket = :ticket"
                        + " union all select kind, created_at, id from lead_notice where about = :ticket) as told"
                        + " order by created_at, id")
                .param("ticket", number)
                .query(String.class)
                .list();
    }

    /** The journal of a ticket: kinds of entry. */
    List<String> journal(String number) {
        return database.sql("select kind from journal where ticket = ? order by sequence")
                .param(number)
                .query(String.class)
                .list();
    }

    Instant now() {
        return clock.instant();
    }
}
