package com.leecyber.support.process;

import static com.leecyber.support.process.Role.L1;
import static com.leecyber.support.process.Role.L2;
import static com.leecyber.support.process.Role.OPERATIONS;
import static com.leecyber.support.process.Role.SHIFT_LEAD;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists that agents see in Tasklist, the most urgent ticket on top; none of them reads a process variable. */
@Component
class SharedFilters {

    /** Task priority of P1 and above: what the filter «P1» shows. */
    static final int P1_RANK = 90;

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    SharedFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    /** Creates those that are missing; one that exists is left as the desk has made it. */
    void create() {
        List<String> everyAgent = List.of(L1, L2, SHIFT_LEAD, OPERATIONS);
        // Tasklist opens on the first: the team's own line.
        shared(10, "Все L1", "Обращения первой линии", team(L1), List.of(L1, SHIFT_LEAD));
        shared(20, "L2", "Обращения второй линии", team(L2), List.of(L2, SHIFT_LEAD));
        shared(
                30,
                "Эксплуатация",
                "Аппаратные неисправности и работы",
                team(OPERATIONS),
                List.of(OPERATIONS, SHIFT_LEAD));
        shared(40, "Руководитель смены", "Претензии и согласования", team(SHIFT_LEAD), List.of(SHIFT_LEAD));
        shared(50, "Мои", "Взято мной", tasks().taskAssigneeExpression("${currentUser()}"), everyAgent);
        shared(60, "P1", "Критические обращения", tasks().taskMinPriority(P1_RANK), everyAgent);
        shared(
                70,
                "Срок истекает",
                "Прошло больше трёх четвертей срока или срок нарушен",
                tasks().followUpBeforeExpression("${now()}"),
                everyAgent);
        shared(80, "Вся линия", "Все открытые задачи", tasks(), List.of(SHIFT_LEAD));
    }

    private TaskQuery tasks() {
        return tasks.createTaskQuery().active();
    }

    private TaskQuery team(String group) {
        return tasks().taskCandidateGroup(group).includeAssignedTasks();
    }

    private void shared(int place, String name, String description, TaskQuery query, List<String> groups) {
        Filter filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name)
                    .setQuery(query.orderByTaskPriority()
                            .desc()
                            .orderByDueDate()
                            .asc()
                            .orderByTaskCreateTime()
                            .asc())
                    .setProperties(
                            Map.of("description", description, "priority", place, "refresh", true, "color", "#555555"));
            filters.saveFilter(filter);
        }
        String id = filter.getId();
        groups.forEach(group -> grants.give(group, Resources.FILTER, id, Permissions.READ));
    }
}
