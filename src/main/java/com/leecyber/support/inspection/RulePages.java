package com.leecyber.support.inspection;

import com.leecyber.support.difference.DecisionTable;
import com.leecyber.support.difference.DecisionTable.Rule;
import com.leecyber.support.inspection.DeployedRules.Kind;
import com.leecyber.support.inspection.DeployedRules.RuleVersion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the page of one version of a rule shows. */
@Component
class RulePages {

    private static final String CHANGE = "select id, title, proposed_by, proposed_at, decided_by, decided_at, decision"
            + " from change where deployment = :deployment";

    private final DeployedRules rules;
    private final JdbcClient database;

    RulePages(DeployedRules rules, JdbcClient database) {
        this.rules = rules;
        this.database = database;
    }

    /**
     * One version.
     *
     * @param change the change that brought it; null when a release of the program did
     * @param latest the latest version of it
     * @param table null of a diagram, or of a table that cannot be read as one
     * @param asked the rule to mark, or empty
     * @param fired the rows that the journal means with it
     */
    record Page(RuleVersion version, Origin change, int latest, DecisionTable table, String asked, List<Rule> fired) {

        public boolean isDiagram() {
            return version.kind() == Kind.DIAGRAM;
        }

        public boolean isFired(Rule rule) {
            return fired.contains(rule);
        }
    }

    /**
     * A change of the rules, and who let it in.
     *
     * @param reason what the approver wrote, or null
     */
    record Origin(
            long id,
            String title,
            String proposedBy,
            Instant proposedAt,
            String approvedBy,
            Instant approvedAt,
            String reason) {}

    /**
     * The page.
     *
     * @throws NoSuchStory when there never was such a version
     */
    Page page(String name, int version, String asked) {
        RuleVersion found = rules.find(name, version).orElseThrow(NoSuchStory::new);
        DecisionTable table = found.kind() == Kind.DIAGRAM
                ? null
                : rules.file(name, version).flatMap(DecisionTable::of).orElse(null);
        List<Rule> fired = table == null
                ? List.of()
                : table.rules().stream()
                        .filter(row -> table.isNamed(row, asked))
                        .toList();
        int latest = rules.versions().stream()
                .filter(each -> each.name().equals(name))
                .mapToInt(RuleVersion::version)
                .max()
                .orElse(version);
        return new Page(found, origin(found.deployment()), latest, table, asked, fired);
    }

    private Origin origin(String deployment) {
        return database.sql(CHANGE)
                .param("deployment", deployment)
                .query((row, index) -> new Origin(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("proposed_by"),
                        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decision")))
                .optional()
                .orElse(null);
    }
}
