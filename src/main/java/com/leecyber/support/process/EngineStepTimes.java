package com.leecyber.support.process;

import com.leecyber.support.report.StepTimes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the engine's history: what takes a moment, and what only contains steps, is left out. */
@Component
class EngineStepTimes implements StepTimes {

    // A definition's id begins with its key and version, also when its deployment is gone. The join to the left keeps a
    // ticket that never waited.
    private static final String STEPS = "select root.business_key_ as ticket, split_part(step.proc_def_id_, ':', 1) as"
            + " diagram, cast(split_part(step.proc_def_id_, ':', 2) as integer) as version, step.act_id_ as element,"
            + " count(*) as visits, sum(step.duration_) / 1000 as seconds"
            + " from act_hi_procinst root left join act_hi_actinst step on step.root_proc_inst_id_ = root.id_"
            + " and step.end_time_ is not null and step.act_type_ in ('userTask', 'receiveTask', 'eventBasedGateway',"
            + " 'intermediateTimer', 'intermediateMessageCatch', 'intermediateSignalCatch', 'intermediateConditional')"
            + " where root.business_key_ = any(:numbers) and root.super_process_instance_id_ is null"
            + " and root.end_time_ is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4";

    private final JdbcClient database;

    EngineStepTimes(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, List<Step>> of(Collection<String> numbers) {
        Map<String, List<Step>> steps = new HashMap<>();
        database.sql(STEPS).param("numbers", numbers.toArray(String[]::new)).query(row -> {
            List<Step> known = steps.computeIfAbsent(row.getString("ticket"), first -> new ArrayList<>());
            if (row.getString("element") != null) {
                known.add(new Step(
                        row.getString("diagram"),
                        row.getInt("version"),
                        row.getString("element"),
                        row.getLong("visits"),
                        row.getLong("seconds")));
            }
        });
        return steps;
    }
}
