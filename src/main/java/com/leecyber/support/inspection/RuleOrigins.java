package com.leecyber.support.inspection;

import com.leecyber.support.inspection.DeployedRules.RuleVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** By which change a version of the rules came into force: who proposed it, who approved it, and why. */
@Component
@Transactional(readOnly = true)
class RuleOrigins {

    private static final String SELECT =
            "select deployment, id, title, proposed_by, proposed_at, decided_by, decided_at,"
                    + " decision from change where deployment in (:deployments)";

    private final JdbcClient database;

    RuleOrigins(JdbcClient database) {
        this.database = database;
    }

    /**
     * A change that was approved.
     *
     * @param why the approver's comment, or null
     */
    record Origin(
            long id,
            String title,
            String proposedBy,
            Instant proposedAt,
            String approvedBy,
            Instant approvedAt,
            String why) {

        /** As the journal names it. */
        public String number() {
            return "CH-" + id;
        }
    }

    /** The change behind a version; empty when the program brought it along. */
    Optional<Origin> of(RuleVersion version) {
        return Optional.ofNullable(of(List.of(version)).get(version.deployment()));
    }

    /** The changes behind versions, by the deployment that brought them. */
    Map<String, Origin> of(Collection<RuleVersion> versions) {
        Map<String, Origin> origins = new HashMap<>();
        List<String> deployments =
                versions.stream().map(RuleVersion::deployment).distinct().toList();
        if (!deployments.isEmpty()) {
            database.sql(SELECT).param("deployments", deployments).query(row -> {
                origins.put(row.getString("deployment"), origin(row));
            });
        }
        return origins;
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getLong("id"),
                row.getString("title"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("decision"));
    }
}
