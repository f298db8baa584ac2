package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.IllegalTransition;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.Releases;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The desk as it runs: the job executor works, timers are short, and agents and customers act on the same tickets at the
 * same moment. Losing a race is allowed; losing a ticket is not.
 */
@SpringBootTest(
        properties = {
            "support.sla.reminder-after=PT1S",
            "support.sla.close-after=PT3S",
            "support.sla.hardware-repair=PT2S",
            "support.notifications.shift-lead=lead@desk.example",
            "support.notifications.sender.enabled=false"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@DirtiesContext
@ExtendWith(EngineClock.class)
class LiveWalkTest {

    private static final int WALKERS = 6;
    private static final int TICKETS = 40;
    private static final Duration WALK = Duration.ofSeconds(12);

    @Autowired
    Registration registration;

    @Autowired
    Conversation conversation;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Releases releases;

    @Autowired
    Tickets tickets;

    @Autowired
    Customers customers;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identities;

    @Autowired
    StaffAccounts staff;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient database;

    @Test
    void jobsRunOnThreadsThatWaitForRoom(@Autowired @Qualifier("camundaTaskExecutor") ThreadPoolTaskExecutor threads) {
        assertThat(threads.getThreadPoolExecutor()
                        .getRejectedExecutionHandler()
                        .getClass()
                        .getName())
                .startsWith(JobThreads.class.getName());
    }

    @Test
    void noTicketIsLostWhoeverWinsTheRaces() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            numbers.add(registered(i));
        }
        Instant end = Instant.now().plus(WALK);
        ExecutorService walkers = Executors.newFixedThreadPool(WALKERS);
        List<Future<?>> walks = new ArrayList<>();
        for (int walker = 0; walker < WALKERS; walker++) {
            Random random = new Random(walker);
            walks.add(walkers.submit(() -> {
                while (Instant.now().isBefore(end)) {
                    act(random, numbers.get(random.nextInt(numbers.size())));
                }
            }));
        }
        for (Future<?> walk : walks) {
            walk.get();
        }
        walkers.shutdown();

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    numbers.forEach(this::finish);
                    return numbers.stream()
                            .allMatch(number -> tickets.get(number).status() == TicketStatus.CLOSED);
                });
        await().atMost(Duration.ofSeconds(20))
                .until(() -> runtime.createProcessInstanceQuery().count() == openFollowUps());
        assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
        for (String number : numbers) {
            assertThat(journal.verify(number)).isEmpty();
            assertThat(ends(number)).as(number).isOne();
            assertThat(told(number)).as(number).isPositive();
        }
    }

    private String registered(int index) {
        return registration
                .register(new NewTicket(
                        customers
                                .findByEmailIgnoreCase("romashka@customers.example")
                                .orElseThrow()
                                .id(),
                        Channel.values()[index % 3],
                        TicketType.values()[index % 4],
                        "docs",
                        "Тема",
                        "Описание",
                        "Шаги",
                        "Ожидалось",
                        "Получилось",
                        null,
                        null))
                .number();
    }

    private void act(Random random, String number) {
        allowLosingRaces(() -> {
            switch (random.nextInt(12)) {
                case 0, 1 -> writeUnlessOver(number);
                case 2 -> conversation.agentWrites(number, "Смотрим.");
                case 3 -> tickets.get(number).releaseVersion().ifPresent(releases::publish);
                case 4 -> {
                    if (random.nextInt(40) == 0) {
                        lifecycle.withdraw(number);
                    }
                }
                default -> openTasks(number).forEach(task -> complete(task, form(random, task)));
            }
        });
    }

    private void writeUnlessOver(String number) {
        if (!tickets.get(number).status().isOver()) {
            conversation.customerWrites(number, "Дополняю.", Channel.PANEL);
        }
    }

    private void finish(String number) {
        allowLosingRaces(() -> {
            tickets.get(number).releaseVersion().ifPresent(releases::publish);
            openTasks(number).forEach(task -> {
                Map<String, Object> form = form(new Random(1), task);
                form.put(
                        "outcome",
                        switch (task.getTaskDefinitionKey()) {
                            case "Task_Triage" -> "ANSWER";
                            case "Task_Diagnose" -> "FIXED";
                            default -> "SOLVED";
                        });
                complete(task, form);
            });
        });
    }

    private void allowLosingRaces(Runnable action) {
        try {
            action.run();
        } catch (InvalidInput | IllegalTransition | ConcurrencyFailureException | ProcessEngineException lost) {
            // Another walker, a timer or a step was faster.
        } catch (NullPointerException lost) {
            // So the engine says that the process ended between its reading of the task and of the task's execution.
            if (!lost.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.engine")) {
                throw lost;
            }
        }
    }

    private List<Task> openTasks(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list();
    }

    private void complete(Task task, Map<String, Object> form) {
        VariableMap fields = Variables.createVariables();
        form.forEach((name, value) -> fields.putValueTyped(name, Variables.untypedValue(value, true)));
        identities.setAuthentication("vera", staff.groupsOf("vera"));
        try {
            tasks.complete(task.getId(), fields);
        } finally {
            identities.clearAuthentication();
        }
    }

    private static Map<String, Object> form(Random random, Task task) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "text", "Пояснение.",
                "limitsDecision", "GRANTED",
                "exclusion", "THIRD_PARTY",
                "release", "9." + random.nextInt(1_000_000),
                "detectedAt", Instant.now().minusSeconds(5).toString(),
                "priority", "P2",
                "priorityReason", "Так решила смена."));
        form.putAll(Map.of(
                "type", TicketType.values()[random.nextInt(4)].name(),
                "affected", "MODULE",
                "scope", "ONE_USER",
                "effect", "DEGRADED"));
        List<String> outcomes = switch (task.getTaskDefinitionKey()) {
            case "Task_Triage" -> List.of("ASK", "TAKE", "ESCALATE", "ASK", "ESCALATE", "ANSWER", "OUTSIDE");
            case "Task_Diagnose" -> List.of("ASK", "RETURN", "RETURN", "HARDWARE", "NEXT_RELEASE", "FIXED");
            default -> List.of("ASK", "ESCALATE", "SOLVED", "OUTSIDE");
        };
        form.put("outcome", outcomes.get(random.nextInt(outcomes.size())));
        return form;
    }

    private long openFollowUps() {
        return database.sql("select count(*) from ticket where status <> 'CLOSED'")
                .query(Long.class)
                .single();
    }

    /** How many named ends the ticket's own process reached at its outermost level. */
    private long ends(String number) {
        return database.sql("""
                        select count(*) from act_hi_actinst activity
                        join act_hi_procinst instance on instance.id_ = activity.proc_inst_id_
                        where instance.business_key_ = ? and instance.proc_def_key_ = 'ticket'
                          and activity.act_id_ in ('EndEvent_TicketClosed', 'EndEvent_OutsideResponsibility',
                              'EndEvent_CustomerSilent', 'EndEvent_TicketWithdrawn', 'EndEvent_NoLicence')
                        """).param(number).query(Long.class).single();
    }

    private long told(String number) {
        return database.sql("select count(*) from outbox where ticket = ? and recipient <> 'lead@desk.example'")
                .param(number)
                .query(Long.class)
                .single();
    }
}
