package com.leecyber.support.process;

import static com.leecyber.support.process.Role.ADMINISTRATOR;
import static com.leecyber.support.process.Role.AUDITOR;
import static com.leecyber.support.process.Role.L1;
import static com.leecyber.support.process.Role.L2;
import static com.leecyber.support.process.Role.OPERATIONS;
import static com.leecyber.support.process.Role.PROCESS_OWNER;
import static com.leecyber.support.process.Role.SHIFT_LEAD;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import com.leecyber.support.audit.Actor;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The role model of docs/security.md: groups, what the engine grants them, and their lists. Runs at every start. */
@Component
@Order(0)
class RoleGrants implements ApplicationRunner {

    private final IdentityService identities;
    private final Grants grants;
    private final SharedFilters filters;

    RoleGrants(IdentityService identities, Grants grants, SharedFilters filters) {
        this.identities = identities;
        this.grants = grants;
        this.filters = filters;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        Actor.as("role-model", this::grant);
    }

    private void grant() {
        Role.NAMES.forEach(this::createGroup);
        for (String agents : List.of(L1, L2, OPERATIONS, SHIFT_LEAD)) {
            grants.give(agents, Resources.APPLICATION, "tasklist", ACCESS);
        }
        // Tasks reach the lines through their candidate groups; the definition only gives them their process' name.
        for (String line : List.of(L1, L2, OPERATIONS)) {
            definitions(line, ProcessDefinitionPermissions.READ);
        }
        // The two processes that people start, with a form; tickets start by themselves. Emergency works may also be
        // called.
        for (String works : List.of(PlannedMaintenanceProcess.KEY, EmergencyWorksProcess.KEY)) {
            grants.give(
                    OPERATIONS,
                    Resources.PROCESS_DEFINITION,
                    works,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
        grants.give(OPERATIONS, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
        definitions(
                SHIFT_LEAD,
                ProcessDefinitionPermissions.READ,
                READ_TASK,
                // Without it Tasklist refuses the form of a task that is somebody else's.
                READ_TASK_VARIABLE,
                TASK_ASSIGN,
                TASK_WORK,
                READ_INSTANCE,
                READ_HISTORY);

        grants.give(PROCESS_OWNER, Resources.APPLICATION, "cockpit", ACCESS);
        definitions(
                PROCESS_OWNER,
                ProcessDefinitionPermissions.READ,
                READ_INSTANCE,
                READ_HISTORY,
                RETRY_JOB,
                SUSPEND,
                SUSPEND_INSTANCE);
        grants.give(PROCESS_OWNER, Resources.DECISION_DEFINITION, ANY, READ);

        definitions(AUDITOR, READ_HISTORY, READ_HISTORY_VARIABLE);
        grants.give(AUDITOR, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);

        for (Resource resource : Resources.values()) {
            grants.give(ADMINISTRATOR, resource, ANY, ALL);
        }
        filters.create();
    }

    private void definitions(String group, Permission... permissions) {
        grants.give(group, Resources.PROCESS_DEFINITION, ANY, permissions);
    }

    private void createGroup(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identities.saveGroup(group);
        }
    }
}
