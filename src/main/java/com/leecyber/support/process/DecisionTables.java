package com.leecyber.support.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.leecyber.support.audit.Decided;
import com.leecyber.support.customer.LicenceRules;
import com.leecyber.support.customer.LicenceVerdict;
import com.leecyber.support.process.Tables.Table;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Exclusions;
import com.leecyber.support.ticket.Impact;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Nature;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.ResponseWindows;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.triage.PriorityProposal;
import com.leecyber.support.triage.PriorityRules;
import com.leecyber.support.works.OffPeakHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** The decision tables of bpmn/*.dmn as the features see them; each answer carries the version that gave it. */
@Component
class DecisionTables implements ResponseWindows, PriorityRules, Exclusions, LicenceRules, OffPeakHours {

    private final Cache<Question, DmnDecisionRuleResult> answers =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Tables tables;

    DecisionTables(Tables tables) {
        this.tables = tables;
    }

    private record Question(String definition, Map<String, Object> facts) {}

    @Override
    public DecidedWindow decide(Channel channel, Nature nature) {
        Map<String, Object> facts = Map.of("channel", channel.name(), "nature", nature.name());
        return decide(
                "responseWindow",
                facts,
                (row, decided) -> new DecidedWindow(
                        new ResponseWindow(
                                Duration.parse(row.getEntry("window")),
                                row.<Number>getEntry("warningShare").doubleValue(),
                                decided.clause(),
                                decided.rule(),
                                decided.table()),
                        decided));
    }

    @Override
    public PriorityProposal propose(TicketType type, Impact impact) {
        Map<String, Object> facts = Map.of(
                "type", type.name(),
                "affected", impact.affected().name(),
                "scope", impact.scope().name(),
                "effect", impact.effect().name(),
                "dataLoss", impact.dataLoss(),
                "workaround", impact.workaround());
        return decide(
                "priority",
                facts,
                (row, decided) -> new PriorityProposal(
                        Priority.valueOf(row.getEntry("priority")),
                        row.getEntry("rule"),
                        row.getEntry("clause"),
                        row.getEntry("criterion"),
                        decided));
    }

    @Override
    public LicenceVerdict decide(boolean everLicensed, int daysSinceExpiry) {
        Map<String, Object> facts = Map.of("everLicensed", everLicensed, "daysSinceExpiry", daysSinceExpiry);
        return decide(
                "licence",
                facts,
                (row, decided) -> new LicenceVerdict(
                        row.getEntry("valid"), row.getEntry("clause"), row.getEntry("rule"), decided));
    }

    @Override
    public Verdict at(DayOfWeek day, int hour) {
        Map<String, Object> facts = Map.of("weekday", day.name(), "hour", hour);
        return decide(
                "offPeak",
                facts,
                (row, decided) ->
                        new Verdict(row.getEntry("offPeak"), row.getEntry("clause"), row.getEntry("rule"), decided));
    }

    /** The rows of the table are the choice: a process owner adds a reason by adding a row. */
    @Override
    public List<String> codes() {
        return tables.latest("exclusion").model().getModelElementsByType(Rule.class).stream()
                .map(rule -> rule.getInputEntries().iterator().next())
                .map(InputEntry::getTextContent)
                .map(text -> text.strip().replace("\"", ""))
                .toList();
    }

    @Override
    public Exclusion get(String code) {
        if (!codes().contains(code)) {
            throw new InvalidInput("exclusion", "input.unknown-choice", code, String.join(", ", codes()));
        }
        return decide(
                "exclusion",
                Map.of("reason", code),
                (row, decided) -> new Exclusion(
                        code,
                        row.getEntry("clause"),
                        row.getEntry("label"),
                        row.getEntry("customerTextRu"),
                        row.getEntry("customerTextEn"),
                        row.getEntry("countsAgainstAvailability"),
                        decided));
    }

    /**
     * Asks the latest version of a table, which must answer with exactly one row.
     *
     * <p>Not through the engine's decision service: that writes its history and an operation log at each question, even when
     * an agent only looks. Who decided by which row of which version stands in the journal.
     */
    private <T> T decide(
            String table, Map<String, Object> facts, BiFunction<DmnDecisionRuleResult, Decided, T> reading) {
        Table latest = tables.latest(table);
        DmnDecisionRuleResult row = answer(latest, new Question(latest.id(), facts));
        if (row == null) {
            throw new IllegalStateException(
                    "The decision table '%s' has no row for %s".formatted(latest.label(), facts));
        }
        return reading.apply(row, decided(latest, facts, row));
    }

    /** A row without a name of its own is the one for its only fact. */
    private static Decided decided(Table table, Map<String, Object> facts, DmnDecisionRuleResult row) {
        Map<String, Object> answer = new HashMap<>(row.getEntryMap());
        Object rule = answer.remove("rule");
        Object clause = answer.remove("clause");
        return new Decided(
                table.label(),
                String.valueOf(rule == null ? facts.values().iterator().next() : rule),
                (String) clause,
                facts,
                answer);
    }

    /** Remembered, because evaluating FEEL parses every cell anew and would cost more than the rest of a step. */
    private DmnDecisionRuleResult answer(Table table, Question question) {
        if (!table.timeless()) {
            return tables.evaluate(table, question.facts());
        }
        return answers.get(question, unanswered -> tables.evaluate(table, unanswered.facts()));
    }
}
