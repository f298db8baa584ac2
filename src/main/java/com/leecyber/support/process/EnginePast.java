package com.leecyber.support.process;

import com.leecyber.support.inspection.EngineHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's history tables, read with one statement for each kind of row, by the index of business keys. */
@Component
@Transactional(readOnly = true)
class EnginePast implements EngineHistory {

    private static final String OF_KEY =
            " join act_hi_procinst instance on instance.id_ = past.proc_inst_id_ where instance.business_key_ = :number";

    private static final String INSTANCES = "select past.id_, past.proc_def_key_, definition.version_,"
            + " past.super_process_instance_id_, past.start_time_, past.end_time_, past.delete_reason_"
            + " from act_hi_procinst past left join act_re_procdef definition on definition.id_ = past.proc_def_id_"
            + " where past.business_key_ = :number order by past.start_time_, past.id_";

    private static final String STEPS =
            "select past.proc_inst_id_, past.id_, past.parent_act_inst_id_, definition.version_,"
                    + " past.act_id_, past.act_name_, past.act_type_, past.start_time_, past.end_time_, past.act_inst_state_,"
                    + " past.sequence_counter_, past.task_id_, past.assignee_ from act_hi_actinst past"
                    + " left join act_re_procdef definition on definition.id_ = past.proc_def_id_" + OF_KEY
                    + " order by past.start_time_, past.sequence_counter_, past.id_";

    private static final String OPERATIONS = "select past.timestamp_, past.user_id_, past.operation_type_,"
            + " past.entity_type_, past.task_id_, past.property_, past.org_value_, past.new_value_ from act_hi_op_log past"
            + OF_KEY + " order by past.timestamp_, past.id_ limit 500";

    private static final String FACTS = "select past.proc_def_key_, past.name_, past.text_, past.long_, past.var_type_,"
            + " past.create_time_ from act_hi_varinst past" + OF_KEY
            + " order by past.create_time_, past.name_ limit 500";

    /** The engine's code for an element that was broken off. */
    private static final int CANCELLED = 2;

    private final JdbcClient database;

    EnginePast(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Run> runs(String number) {
        Map<String, List<Step>> steps = new HashMap<>();
        database.sql(STEPS).param("number", number).query(row -> {
            steps.computeIfAbsent(row.getString("proc_inst_id_"), first -> new ArrayList<>())
                    .add(step(row));
        });
        return database.sql(INSTANCES)
                .param("number", number)
                .query((row, index) -> run(row, steps))
                .list();
    }

    @Override
    public List<Operation> operations(String number) {
        return database.sql(OPERATIONS)
                .param("number", number)
                .query((row, index) -> new Operation(
                        moment(row, "timestamp_"),
                        row.getString("user_id_"),
                        row.getString("operation_type_"),
                        row.getString("entity_type_"),
                        row.getString("task_id_"),
                        row.getString("property_"),
                        row.getString("org_value_"),
                        row.getString("new_value_")))
                .list();
    }

    @Override
    public List<Fact> facts(String number) {
        return database.sql(FACTS)
                .param("number", number)
                .query((row, index) -> new Fact(
                        row.getString("proc_def_key_"),
                        row.getString("name_"),
                        value(row),
                        moment(row, "create_time_")))
                .list();
    }

    private static Run run(ResultSet row, Map<String, List<Step>> steps) throws SQLException {
        String id = row.getString("id_");
        return new Run(
                id,
                row.getString("proc_def_key_"),
                row.getInt("version_"),
                row.getString("super_process_instance_id_"),
                moment(row, "start_time_"),
                moment(row, "end_time_"),
                row.getString("delete_reason_"),
                steps.getOrDefault(id, List.of()));
    }

    private static Step step(ResultSet row) throws SQLException {
        Instant ended = moment(row, "end_time_");
        return new Step(
                row.getString("id_"),
                row.getString("parent_act_inst_id_"),
                row.getInt("version_"),
                row.getString("act_id_"),
                row.getString("act_name_"),
                row.getString("act_type_"),
                moment(row, "start_time_"),
                ended,
                left(ended, row.getInt("act_inst_state_")),
                row.getLong("sequence_counter_"),
                row.getString("task_id_"),
                row.getString("assignee_"));
    }

    private static Left left(Instant ended, int state) {
        if (ended == null) {
            return Left.STILL_THERE;
        }
        return state == CANCELLED ? Left.CANCELLED : Left.COMPLETED;
    }

    private static String value(ResultSet row) throws SQLException {
        long number = row.getLong("long_");
        if (row.wasNull()) {
            return row.getString("text_");
        }
        return "boolean".equals(row.getString("var_type_")) ? Boolean.toString(number == 1) : Long.toString(number);
    }

    // The engine stores local times without a zone, as the driver reads them.
    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp stored = row.getTimestamp(column);
        return stored == null ? null : stored.toInstant();
    }
}
