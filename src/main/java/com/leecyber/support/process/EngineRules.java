package com.leecyber.support.process;

import com.leecyber.support.inspection.DeployedRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads every version of every diagram and table from the engine's own tables: one question, whatever is asked. */
@Component
@Transactional(readOnly = true)
class EngineRules implements DeployedRules {

    private static final String RULES = "(select 'DIAGRAM' as kind, key_, version_, name_, resource_name_,"
            + " deployment_id_ from act_re_procdef union all select 'TABLE', key_, version_, name_, resource_name_,"
            + " deployment_id_ from act_re_decision_def) rule";

    private static final String SELECT = "select rule.kind, rule.key_, rule.version_, rule.name_, rule.resource_name_,"
            + " deployment.id_, deployment.name_ as deployment_name, deployment.deploy_time_ from " + RULES
            + " join act_re_deployment deployment on deployment.id_ = rule.deployment_id_";

    private final JdbcClient database;

    EngineRules(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<RuleVersion> versions() {
        return database.sql(SELECT + " order by deployment.deploy_time_ desc, rule.kind, rule.key_, rule.version_ desc")
                .query((row, line) -> version(row))
                .list();
    }

    @Override
    public Optional<RuleVersion> find(String name, int version) {
        return database.sql(SELECT + " where rule.key_ = :name and rule.version_ = :version order by rule.kind limit 1")
                .param("name", name)
                .param("version", version)
                .query((row, line) -> version(row))
                .optional();
    }

    @Override
    public Optional<byte[]> file(String name, int version) {
        return find(name, version)
                .flatMap(rule -> database.sql("select bytes_ from act_ge_bytearray where deployment_id_ = :deployment"
                                + " and name_ = :file")
                        .param("deployment", rule.deployment())
                        .param("file", rule.file())
                        .query(byte[].class)
                        .optional());
    }

    private static RuleVersion version(ResultSet row) throws SQLException {
        String title = row.getString("name_");
        String deploymentName = row.getString("deployment_name");
        return new RuleVersion(
                Kind.valueOf(row.getString("kind")),
                row.getString("key_"),
                row.getInt("version_"),
                title == null ? row.getString("key_") : title,
                row.getString("resource_name_"),
                row.getString("id_"),
                deploymentName == null ? "" : deploymentName,
                // The engine keeps moments in this machine's zone, without saying so.
                row.getTimestamp("deploy_time_").toInstant());
    }
}
