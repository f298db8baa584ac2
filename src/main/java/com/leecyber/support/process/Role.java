package com.leecyber.support.process;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;

/** The engine groups that stand for the desk's roles. */
final class Role {

    static final String L1 = "l1";
    static final String L2 = "l2";
    static final String SHIFT_LEAD = "shift-lead";
    static final String OPERATIONS = "operations";
    static final String PROCESS_OWNER = "process-owner";
    static final String AUDITOR = "auditor";
    static final String ADMINISTRATOR = Groups.CAMUNDA_ADMIN;

    /** Every role with the name that people read. */
    static final Map<String, String> NAMES = Map.of(
            L1, "Первая линия (L1)",
            L2, "Вторая линия (L2)",
            SHIFT_LEAD, "Руководитель смены",
            OPERATIONS, "Эксплуатация",
            PROCESS_OWNER, "Владелец процесса",
            AUDITOR, "Аудитор",
            ADMINISTRATOR, "Администратор");

    /** Those who sign in to Tasklist: a task of anybody else would be seen by nobody. */
    static final Set<String> TEAMS = Set.of(L1, L2, SHIFT_LEAD, OPERATIONS);

    private Role() {}
}
