package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What each role sees and may do in the engine (docs/security.md). */
@ProcessStories
class RolesTest {

    @Autowired
    Story story;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identities;

    @Autowired
    StaffAccounts staff;

    private <T> T as(String agent, Supplier<T> action) {
        identities.setAuthentication(agent, staff.groupsOf(agent));
        try {
            return action.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    private List<String> listed(String agent, String filter) {
        return as(agent, () -> {
            Filter found = filters.createFilterQuery().filterName(filter).singleResult();
            return filters.<Task>listPage(found.getId(), 0, 500).stream()
                    .map(task -> runtime(task))
                    .toList();
        });
    }

    private String runtime(Task task) {
        identities.clearAuthentication();
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    anna  | Все L1, Мои, P1, Срок истекает
                    boris | Мои, P1, Срок истекает, L2
                    vera  | Все L1, Мои, P1, Срок истекает, L2, Эксплуатация, Руководитель смены, Вся линия
                    oleg  | Мои, P1, Срок истекает, Эксплуатация
                    olga  | ''
                    inna  | ''
                    """)
    void everyRoleSeesItsOwnLists(String agent, String lists) {
        List<String> seen = as(
                agent,
                () -> filters.createFilterQuery().listPage(0, 50).stream()
                        .map(Filter::getName)
                        .sorted()
                        .toList());
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        lists.isBlank() ? List.of() : List.of(lists.strip().split(", ")));
    }

    @Test
    void listsPutTheMostUrgentTicketOnTop() {
        String ordinary = story.registered(TicketType.QUESTION);
        String critical = story.registered(TicketType.PROBLEM);
        story.triages(
                critical,
                Map.of(
                        "outcome",
                        "ASK",
                        "affected",
                        "PLATFORM",
                        "scope",
                        "ALL_USERS",
                        "effect",
                        "UNAVAILABLE",
                        "priority",
                        "P1"));
        story.customerWrites(critical, "Да, всё лежит.");

        List<String> line = listed("anna", "Все L1");
        assertThat(line.indexOf(critical)).isLessThan(line.indexOf(ordinary));
        assertThat(listed("anna", "P1")).contains(critical).doesNotContain(ordinary);
    }

    @Test
    void aTicketWhoseDeadlineIsNearIsListedUntilItIsAnswered() {
        String number = story.registered(TicketType.QUESTION);
        assertThat(listed("anna", "Срок истекает")).doesNotContain(number);

        story.passes(Duration.ofMinutes(100));
        assertThat(listed("anna", "Срок истекает")).contains(number);

        story.triages(number, Map.of("outcome", "TAKE"));
        assertThat(listed("anna", "Срок истекает")).doesNotContain(number);
    }

    @Test
    void mineAreTheTasksThatIClaimed() {
        String number = story.registered(TicketType.QUESTION);
        String task = story.task(number, "Task_Triage").getId();
        story.as("anna", () -> tasks.claim(task, "anna"));

        assertThat(listed("anna", "Мои")).contains(number);
        assertThat(listed("vera", "Мои")).doesNotContain(number);
    }

    @Test
    void aLineDoesNotSeeTheOtherLinesTasks() {
        String number = story.registered(TicketType.PROBLEM);
        String task = story.task(number, "Task_Triage").getId();

        assertThat(as("boris", () -> tasks.createTaskQuery().taskId(task).count()))
                .isZero();
        assertThat(as("oleg", () -> tasks.createTaskQuery().taskId(task).count()))
                .isZero();
        assertThat(as("olga", () -> tasks.createTaskQuery().taskId(task).count()))
                .isZero();
        assertThat(as("vera", () -> tasks.createTaskQuery().taskId(task).count()))
                .isOne();
        assertThatThrownBy(() -> as("boris", () -> {
                    tasks.complete(task);
                    return null;
                }))
                .isInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @CsvSource({"anna", "boris", "vera", "oleg", "olga", "inna"})
    void nobodyButTheAdministratorDeploysOrCreatesFilters(String agent) {
        assertThatThrownBy(() -> as(
                        agent,
                        () -> repository
                                .createDeployment()
                                .addString("a.txt", "a")
                                .deploy()))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as(agent, () -> filters.saveFilter(filters.newTaskFilter("x"))))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void anExpressionInAQueryIsNotEvaluated() {
        assertThatThrownBy(() -> as(
                        "anna",
                        () -> tasks.createTaskQuery()
                                .or()
                                .dueAfterExpression("${deadlines.getClass()}")
                                .endOr()
                                .list()))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void aFormCannotLeaveTextsInTheProcess() {
        String number = story.registered(TicketType.QUESTION);
        String task = story.task(number, "Task_Triage").getId();

        assertThatThrownBy(() -> story.as("anna", () -> tasks.complete(task, Map.of("text", "Осталось бы."))))
                .hasMessageContaining("text: ");
    }
}
