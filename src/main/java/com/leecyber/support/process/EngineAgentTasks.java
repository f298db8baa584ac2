package com.leecyber.support.process;

import com.leecyber.support.desk.AgentTasks;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Asks the engine in the signed-in agent's name, so that its authorizations decide what they see. */
@Component
class EngineAgentTasks implements AgentTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final StaffAccounts staff;
    private final AsApplication asApplication;

    EngineAgentTasks(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identities,
            StaffAccounts staff,
            AsApplication asApplication) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
        this.staff = staff;
        this.asApplication = asApplication;
    }

    @Override
    public Optional<AgentTask> find(String taskId) {
        String agent = SecurityContextHolder.getContext().getAuthentication().getName();
        identities.setAuthentication(agent, staff.groupsOf(agent));
        try {
            return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                    .map(this::agentTask);
        } finally {
            identities.clearAuthentication();
        }
    }

    private AgentTask agentTask(Task task) {
        String ticket = asApplication.get(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
        return new AgentTask(task.getId(), task.getName(), task.getTaskDefinitionKey(), ticket);
    }
}
