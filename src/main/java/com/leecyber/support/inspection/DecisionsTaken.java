package com.leecyber.support.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.leecyber.support.inspection.DecisionTaken.Value;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockFact.Escalated;
import com.leecyber.support.sla.ClockFact.ReturnedToFirstLine;
import com.leecyber.support.sla.ClockFact.WindowCorrected;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every decision on a ticket: by which rule of which version of which table, from which facts; or by whom. */
@Component
class DecisionsTaken {

    private static final String PRIORITY = "PRIORITY_SET";

    /** Entries of before name the version and the rule under these keys. */
    private static final Map<String, String> EARLIER = Map.of("windowDecision", "windowRule", "decision", "rule");

    /** What the clock keeps of a window whose entry says nothing of it. */
    private static final Map<Class<? extends ClockFact>, String> WINDOWS = Map.of(
            WindowCorrected.class, "TYPE_CORRECTED",
            Escalated.class, "ESCALATED",
            ReturnedToFirstLine.class, "RETURNED_TO_FIRST_LINE");

    private final Conversation conversation;
    private final EventSentences sentences;

    DecisionsTaken(Conversation conversation, EventSentences sentences) {
        this.conversation = conversation;
        this.sentences = sentences;
    }

    List<DecisionTaken> of(TicketFile file, Locale language) {
        List<DecisionTaken> decisions = new ArrayList<>();
        for (JournalEntry entry : file.journal()) {
            EntryDetails details = EntryDetails.of(entry);
            String sentence = sentences.of(entry, language);
            JsonNode decided = details.json().path("decided");
            if (decided.isArray() && !decided.isEmpty()) {
                decided.forEach(each -> decisions.add(recorded(entry, details, sentence, each)));
            } else if (StepEntries.isDecision(entry)) {
                decisions.add(byPerson(entry, details, sentence));
            } else {
                earlier(file, entry, details, sentence).ifPresent(decisions::add);
            }
        }
        return decisions;
    }

    private DecisionTaken recorded(JournalEntry entry, EntryDetails details, String sentence, JsonNode decided) {
        String reason = entry.kind().equals(PRIORITY) ? reason(details) : null;
        return new DecisionTaken(
                entry,
                sentence,
                RuleLink.of(
                                decided.path("table").asText(null),
                                decided.path("rule").asText(""))
                        .orElse(null),
                decided.path("clause").asText(entry.clause()),
                values(decided.path("facts")),
                values(decided.path("answer")),
                reason == null ? null : details.text("priority"),
                reason);
    }

    private static DecisionTaken byPerson(JournalEntry entry, EntryDetails details, String sentence) {
        List<Value> answer = Stream.of("outcome", "instruction")
                .filter(name -> details.text(name) != null)
                .map(name -> new Value(name, details.text(name)))
                .toList();
        return new DecisionTaken(entry, sentence, null, entry.clause(), List.of(), answer, null, null);
    }

    private Optional<DecisionTaken> earlier(
            TicketFile file, JournalEntry entry, EntryDetails details, String sentence) {
        Optional<RuleLink> named = EARLIER.entrySet().stream()
                .flatMap(keys -> RuleLink.of(details.text(keys.getKey()), ruleOf(details, keys.getValue())).stream())
                .findFirst()
                .or(() -> window(file, entry).flatMap(window -> RuleLink.of(window.decisionVersion(), window.rule())));
        String reason = reason(details);
        return named.map(rule -> new DecisionTaken(
                entry,
                sentence,
                rule,
                details.text("clause") == null ? entry.clause() : details.text("clause"),
                inputs(details),
                List.of(),
                reason == null ? null : details.text("priority"),
                reason));
    }

    /** Entries of before said it themselves; now it is a message among colleagues, which can be erased. */
    private String reason(EntryDetails details) {
        return details.number("message")
                .flatMap(conversation::find)
                .map(Message::text)
                .orElse(details.text("overriddenBecause"));
    }

    private static String ruleOf(EntryDetails details, String key) {
        return details.text(key) == null ? details.text("exclusion") : details.text(key);
    }

    private static List<Value> inputs(EntryDetails details) {
        return details.text("impact") == null ? List.of() : List.of(new Value("impact", details.text("impact")));
    }

    private static Optional<ResponseWindow> window(TicketFile file, JournalEntry entry) {
        return file.facts().stream()
                .filter(fact -> entry.kind().equals(WINDOWS.get(fact.getClass())))
                .filter(fact -> StepEntries.within(fact.at(), entry.recordedAt(), entry.recordedAt()))
                .map(DecisionsTaken::windowOf)
                .findFirst();
    }

    private static ResponseWindow windowOf(ClockFact fact) {
        if (fact instanceof WindowCorrected corrected) {
            return corrected.window();
        }
        return fact instanceof Escalated escalated ? escalated.window() : ((ReturnedToFirstLine) fact).window();
    }

    private static List<Value> values(JsonNode object) {
        List<Value> values = new ArrayList<>();
        object.fields()
                .forEachRemaining(field -> values.add(new Value(
                        field.getKey(),
                        field.getValue().isValueNode()
                                ? field.getValue().asText()
                                : field.getValue().toString())));
        return values;
    }
}
