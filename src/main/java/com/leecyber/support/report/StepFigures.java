package com.leecyber.support.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where closed tickets spent their time, by diagram, version and element. */
@Component
@Transactional(readOnly = true)
class StepFigures {

    private final JdbcClient database;

    StepFigures(JdbcClient database) {
        this.database = database;
    }

    /** A version that tickets went through. */
    record Version(String diagram, int version, long visits, long seconds) {}

    record Element(String id, long visits, long seconds) {

        long mean() {
            return visits == 0 ? 0 : seconds / visits;
        }
    }

    List<Version> versions(Selection selection) {
        return database.sql(
                        "select diagram, version, sum(visits) as visits, sum(seconds) as seconds from step_day where "
                                + selection.where("day")
                                + " group by diagram, version order by diagram, version desc limit 500")
                .params(selection.parameters())
                .query((row, number) -> new Version(
                        row.getString("diagram"), row.getInt("version"), row.getLong("visits"), row.getLong("seconds")))
                .list();
    }

    /** Of one version, the longest first. */
    List<Element> elements(Selection selection, String diagram, int version) {
        return database.sql("select element, sum(visits) as visits, sum(seconds) as seconds from step_day where "
                        + selection.where("day") + " and diagram = :diagram and version = :version"
                        + " group by element order by seconds desc, element")
                .params(selection.parameters())
                .param("diagram", diagram)
                .param("version", version)
                .query((row, number) ->
                        new Element(row.getString("element"), row.getLong("visits"), row.getLong("seconds")))
                .list();
    }
}
