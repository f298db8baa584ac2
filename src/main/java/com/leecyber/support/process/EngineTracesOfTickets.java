package com.leecyber.support.process;

import com.leecyber.support.erasure.EngineTraces;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes words from the engine's tables: what people added to tasks in Tasklist, and the texts of failures. The steps
 * that were taken, by whom and when, stay as they are.
 */
@Component
class EngineTracesOfTickets implements EngineTraces {

    private static final String STACKS =
            "delete from act_ge_bytearray where id_ in (select job_exception_stack_id_ from"
                    + " act_hi_job_log where process_instance_id_ in (:instances))";

    private static final String CONTENTS =
            "delete from act_ge_bytearray where id_ in (select content_id_ from" + " act_hi_attachment where ";

    // Tasklist adds to a task; who uses the API, to the whole process.
    private static final String ADDED = "(proc_inst_id_ in (:instances) or task_id_ in"
            + " (select id_ from act_hi_taskinst where proc_inst_id_ in (:instances)))";

    private static final List<String> ERASE = List.of(
            STACKS,
            CONTENTS + ADDED + ")",
            "delete from act_hi_attachment where " + ADDED,
            "delete from act_hi_comment where " + ADDED,
            "update act_hi_job_log set job_exception_msg_ = null, job_exception_stack_id_ = null"
                    + " where process_instance_id_ in (:instances) and job_exception_msg_ is not null",
            "update act_hi_incident set incident_msg_ = null, annotation_ = null where proc_inst_id_ in (:instances)",
            "update act_hi_op_log set annotation_ = null where proc_inst_id_ in (:instances)"
                    + " and annotation_ is not null");

    private final JdbcClient database;

    EngineTracesOfTickets(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void erase(Collection<String> tickets) {
        List<String> instances = database.sql("select id_ from act_hi_procinst where business_key_ in (:tickets)")
                .param("tickets", tickets)
                .query(String.class)
                .list();
        if (!instances.isEmpty()) {
            ERASE.forEach(
                    step -> database.sql(step).param("instances", instances).update());
        }
    }
}
