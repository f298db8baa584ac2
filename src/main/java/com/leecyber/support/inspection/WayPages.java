package com.leecyber.support.inspection;

import com.leecyber.support.difference.DrawnDiagram;
import com.leecyber.support.inspection.DeployedRules.RuleVersion;
import com.leecyber.support.inspection.EngineHistory.Run;
import com.leecyber.support.inspection.EngineHistory.Step;
import com.leecyber.support.inspection.WaySection.Passage;
import com.leecyber.support.proof.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The way that a ticket took, from the engine's history as long as there is one, else from the places in the journal. */
@Component
class WayPages {

    private static final Set<String> DELETIONS = Set.of("HISTORY_DELETED", "PROCESS_DELETED");

    private final EngineHistory history;
    private final DeployedRules rules;
    private final DrawnDiagrams diagrams;

    WayPages(EngineHistory history, DeployedRules rules, DrawnDiagrams diagrams) {
        this.history = history;
        this.rules = rules;
        this.diagrams = diagrams;
    }

    /**
     * What the page shows.
     *
     * @param fromJournal whether the engine remembers nothing any more
     * @param deletion the entry that tells who deleted that memory, or null
     * @param moves the entries that tell of new versions of a diagram under way
     */
    record Page(List<WaySection> sections, boolean fromJournal, JournalEntry deletion, List<Move> moves) {}

    /** A new version of a diagram under way, and what brought it. */
    record Move(JournalEntry entry, List<ChainLinks.Link> changes) {}

    Page page(TicketFile file) {
        List<Run> runs = history.runs(file.number());
        boolean gone = runs.isEmpty();
        List<WaySection> sections = gone ? fromJournal(file.journal()) : fromHistory(runs, file.journal());
        return new Page(
                sections,
                gone,
                file.journal().stream()
                        .filter(entry -> DELETIONS.contains(entry.kind()))
                        .findFirst()
                        .orElse(null),
                file.journal().stream()
                        .filter(entry -> entry.kind().equals("PROCESS_MOVED"))
                        .map(entry -> new Move(entry, ChainLinks.in(EntryDetails.of(entry), file.number())))
                        .toList());
    }

    private List<WaySection> fromHistory(List<Run> runs, List<JournalEntry> journal) {
        StepEntries entries = StepEntries.of(runs, journal);
        List<WaySection> sections = new ArrayList<>();
        for (Run run : runs) {
            Map<Integer, List<Step>> versions = new LinkedHashMap<>();
            run.steps()
                    .forEach(step -> versions.computeIfAbsent(step.version(), first -> new ArrayList<>())
                            .add(step));
            versions.forEach((version, steps) -> sections.add(section(sections.size(), run, version, steps, entries)));
        }
        return sections;
    }

    private WaySection section(int index, Run run, int version, List<Step> steps, StepEntries entries) {
        Optional<DrawnDiagram> drawn = diagrams.find(run.diagram(), version);
        Set<String> flows = drawn.map(diagram -> WayTaken.flows(diagram, steps, run.steps()))
                .orElse(Set.of());
        List<Passage> passages = new ArrayList<>();
        steps.forEach(step -> passages.add(passage(
                passages.size() + 1,
                step,
                typeOf(drawn, step.element()),
                entries.of(step).orElse(null))));
        Integer movedTo = version == run.version() ? null : run.version();
        return section(index, new Place(run.diagram(), version, ""), drawn.isPresent(), movedTo, passages, flows);
    }

    private static Passage passage(int number, Step step, String type, JournalEntry entry) {
        String name = step.name() == null || step.name().isBlank() ? step.element() : step.name();
        return new Passage(
                number,
                step.element(),
                name,
                type,
                step.began(),
                step.ended(),
                step.left(),
                step.person() == null && entry != null ? personIn(entry) : step.person(),
                entry,
                entry == null ? null : EntryDetails.of(entry).text("outcome"));
    }

    /** The system's own steps need no name: the step is one. */
    private static String personIn(JournalEntry entry) {
        return entry.actor().startsWith("system:") ? null : entry.actor();
    }

    private static String typeOf(Optional<DrawnDiagram> drawn, String element) {
        return drawn.map(diagram -> diagram.elements().get(element))
                .map(DrawnDiagram.Element::type)
                .orElse("");
    }

    private List<WaySection> fromJournal(List<JournalEntry> journal) {
        Map<String, List<Passage>> passages = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (JournalEntry entry : journal) {
            EntryDetails details = EntryDetails.of(entry);
            details.place().ifPresent(place -> {
                places.putIfAbsent(place.label(), place);
                List<Passage> there = passages.computeIfAbsent(place.label(), first -> new ArrayList<>());
                int last = there.size() - 1;
                if (last < 0 || !there.get(last).element().equals(place.element())) {
                    there.add(recorded(there.size() + 1, place, entry, details));
                } else if (details.text("outcome") != null) {
                    there.set(last, there.get(last).decided(entry, details.text("outcome")));
                }
            });
        }
        List<WaySection> sections = new ArrayList<>();
        passages.forEach((label, steps) -> {
            Place place = places.get(label);
            boolean drawable = diagrams.find(place.diagram(), place.version()).isPresent();
            sections.add(section(sections.size(), place, drawable, null, steps, Set.of()));
        });
        return sections;
    }

    private Passage recorded(int number, Place place, JournalEntry entry, EntryDetails details) {
        String type = typeOf(diagrams.find(place.diagram(), place.version()), place.element());
        return new Passage(
                number,
                place.element(),
                diagrams.name(place),
                type,
                entry.recordedAt(),
                null,
                null,
                personIn(entry),
                entry,
                details.text("outcome"));
    }

    private WaySection section(
            int index, Place place, boolean drawable, Integer movedTo, List<Passage> steps, Set<String> flows) {
        Optional<RuleVersion> rule = rules.find(place.diagram(), place.version());
        return new WaySection(
                "way-" + (index + 1),
                place.diagram(),
                place.version(),
                rule.map(RuleVersion::title).orElse(place.diagram()),
                rule.map(RuleVersion::deployedAt).orElse(null),
                drawable,
                movedTo,
                steps,
                flows);
    }
}
