package com.leecyber.support.inspection;

import com.leecyber.support.difference.DecisionTable;
import com.leecyber.support.difference.DecisionTable.Rule;
import com.leecyber.support.inspection.DeployedRules.Kind;
import com.leecyber.support.inspection.DeployedRules.RuleVersion;
import com.leecyber.support.inspection.RuleOrigins.Origin;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page of one version of a rule shows. */
@Component
class RulePages {

    private final DeployedRules rules;
    private final RuleOrigins origins;

    RulePages(DeployedRules rules, RuleOrigins origins) {
        this.rules = rules;
        this.origins = origins;
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
        return new Page(found, origins.of(found).orElse(null), latest, table, asked, fired);
    }
}
