package com.leecyber.support.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.leecyber.support.inspection.DeployedRules;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Diagrams and tables as the engine keeps them, every version. */
@Component
class EngineRules implements DeployedRules {

    private static final String COLUMNS = "definition.key_, definition.version_, definition.name_,"
            + " definition.resource_name_, definition.deployment_id_, deployment.name_ as deployment, deployment.deploy_time_";

    private static final String VERSIONS = "select 'DIAGRAM' as kind, " + COLUMNS
            + " from act_re_procdef definition join act_re_deployment deployment on deployment.id_ = definition.deployment_id_"
            + " union all select 'TABLE' as kind, " + COLUMNS
            + " from act_re_decision_def definition join act_re_deployment deployment"
            + " on deployment.id_ = definition.deployment_id_";

    private static final String FILE =
            "select bytes_ from act_ge_bytearray where deployment_id_ = :deployment and name_ = :file";

    private final Cache<String, byte[]> files =
            Caffeine.newBuilder().maximumSize(50).build();
    private final JdbcClient database;

    EngineRules(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<RuleVersion> versions() {
        return database.sql(VERSIONS + " order by deploy_time_ desc, key_")
                .query((row, index) -> version(row))
                .list();
    }

    @Override
    public Optional<RuleVersion> find(String name, int version) {
        return database.sql(
                        "select * from (" + VERSIONS + ") as rules where key_ = :name and version_ = :version limit 1")
                .param("name", name)
                .param("version", version)
                .query((row, index) -> version(row))
                .optional();
    }

    @Override
    public Optional<byte[]> file(String name, int version) {
        return find(name, version).map(found -> files.get(found.deployment() + "/" + found.file(), key -> read(found)));
    }

    private byte[] read(RuleVersion version) {
        return database.sql(FILE)
                .param("deployment", version.deployment())
                .param("file", version.file())
                .query(byte[].class)
                .single();
    }

    private static RuleVersion version(java.sql.ResultSet row) throws java.sql.SQLException {
        return new RuleVersion(
                Kind.valueOf(row.getString("kind")),
                row.getString("key_"),
                row.getInt("version_"),
                row.getString("name_"),
                row.getString("resource_name_"),
                row.getString("deployment_id_"),
                row.getString("deployment"),
                row.getTimestamp("deploy_time_").toInstant());
    }
}
