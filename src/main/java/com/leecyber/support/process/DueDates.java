package com.leecyber.support.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The dates that a running process has been given: on its timers and on its tasks. */
@Component
class DueDates {

    /** A date may be stored a little later than it was, but nobody may notice. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final ManagementService management;
    private final TaskService tasks;

    DueDates(ManagementService management, TaskService tasks) {
        this.management = management;
        this.tasks = tasks;
    }

    /** A date at an element. */
    record DueDate(String element, Date date) {

        private boolean isKeptBy(DueDate other) {
            return element.equals(other.element)
                    && Duration.between(date.toInstant(), other.date.toInstant())
                                    .abs()
                                    .compareTo(TOLERANCE)
                            <= 0;
        }
    }

    List<DueDate> of(String process) {
        List<DueDate> dates = new ArrayList<>();
        management
                .createJobQuery()
                .processInstanceId(process)
                .timers()
                .list()
                .forEach(timer -> dates.add(new DueDate(
                        management
                                .createJobDefinitionQuery()
                                .jobDefinitionId(timer.getJobDefinitionId())
                                .singleResult()
                                .getActivityId(),
                        timer.getDuedate())));
        tasks.createTaskQuery().processInstanceId(process).list().stream()
                .filter(task -> Objects.nonNull(task.getDueDate()))
                .forEach(task -> dates.add(new DueDate(task.getTaskDefinitionKey(), task.getDueDate())));
        return dates;
    }

    /** The first date that was given before and is not kept. */
    static Optional<DueDate> broken(List<DueDate> before, List<DueDate> after) {
        return before.stream()
                .filter(date -> after.stream().noneMatch(date::isKeptBy))
                .findFirst();
    }
}
