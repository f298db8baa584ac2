package com.leecyber.support.change;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.gate.Finding;
import com.leecyber.support.gate.FindingTexts;
import com.leecyber.support.gate.Gate;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.gate.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposing a change: it passes the gate, and waits for somebody else's decision. */
@Service
class Proposals {

    private static final int MAXIMUM_FILES = 30;

    /** The journal's chain of everything that the gate refused. */
    private static final String REFUSALS = "CH-REFUSED";

    private final Changes changes;
    private final RulesInForce rules;
    private final Gate gate;
    private final FindingTexts findingTexts;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposals(
            Changes changes,
            RulesInForce rules,
            Gate gate,
            FindingTexts findingTexts,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.changes = changes;
        this.rules = rules;
        this.gate = gate;
        this.findingTexts = findingTexts;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Proposes files in the name of whoever is signed in.
     *
     * <p>Sending the same files again gives the same proposal; sending them in another form replaces one's own older
     * proposal for them.
     *
     * @param title what the change is for
     * @throws Refused when the gate finds something
     * @throws ChangeRefused when there is nothing to propose
     */
    @Transactional
    public Change propose(String title, Collection<ProcessFile> files) {
        String person = Actor.current();
        Map<String, ProcessFile> inForce = rules.files();
        List<ProcessFile> changed = files.stream()
                .filter(file -> !file.equals(inForce.get(file.name())))
                .toList();
        check(title, files, changed, inForce);

        List<Change> earlier = earlier(person, changed);
        List<Change> same =
                earlier.stream().filter(change -> proposes(change, changed)).toList();
        if (!same.isEmpty()) {
            return same.get(0);
        }
        Change change = changes.save(new Change(
                title,
                changed.stream()
                        .map(file -> ChangedFile.of(file, inForce.get(file.name())))
                        .toList(),
                person,
                clock.instant()));
        earlier.forEach(older -> replace(older, change));
        journal.open(
                change.number(),
                EventKind.CHANGE_PROPOSED,
                null,
                Map.of("title", title, "files", digests(changed), "replaces", numbers(earlier)));
        events.publishEvent(new ChangeProposed(change.number(), title, person));
        return change;
    }

    /** Notes what the gate refused: nothing has changed, and yet an auditor may want to know who tried what. */
    @Transactional
    public void recordRefusal(String title, Collection<ProcessFile> files, List<Finding> findings) {
        journal.record(
                REFUSALS,
                EventKind.CHANGE_REFUSED,
                null,
                Map.of(
                        "title", shortened(title),
                        "files", digests(files),
                        "rules", findings.stream().map(Finding::rule).distinct().toList()));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), Change.TITLE_LENGTH));
    }

    /** Whoever proposed a change takes it back. */
    @Transactional
    public void withdraw(long id) {
        Change change = changes.lock(id);
        change.withdraw(Actor.current(), clock.instant());
        journal.record(change.number(), EventKind.CHANGE_WITHDRAWN, null, Map.of());
    }

    private void check(
            String title, Collection<ProcessFile> files, List<ProcessFile> changed, Map<String, ProcessFile> inForce) {
        if (title.isBlank() || title.length() > Change.TITLE_LENGTH) {
            throw new ChangeRefused("change.title", Change.TITLE_LENGTH);
        }
        if (files.isEmpty() || files.size() > MAXIMUM_FILES) {
            throw new ChangeRefused("change.files", MAXIMUM_FILES);
        }
        Set<String> names = new HashSet<>();
        for (ProcessFile file : files) {
            if (!names.add(file.name())) {
                throw new ChangeRefused("change.file-twice", file.name());
            }
        }
        List<Finding> findings = gate.check(Bundle.of(changed, inForce));
        if (!findings.isEmpty()) {
            throw new Refused(findings, findingTexts.lines(findings, LocaleContextHolder.getLocale()));
        }
        if (changed.isEmpty()) {
            throw new ChangeRefused("change.nothing-new");
        }
    }

    private List<Change> earlier(String person, List<ProcessFile> changed) {
        Set<String> names = changed.stream().map(ProcessFile::name).collect(Collectors.toSet());
        return changes.findByStateAndProposedBy(ChangeState.PROPOSED, person).stream()
                .filter(change -> change.files().stream().anyMatch(file -> names.contains(file.name())))
                .toList();
    }

    private static boolean proposes(Change change, List<ProcessFile> files) {
        return Set.copyOf(files)
                .equals(change.files().stream().map(ChangedFile::proposed).collect(Collectors.toSet()));
    }

    private void replace(Change older, Change newer) {
        Instant now = clock.instant();
        older.replaced(now);
        journal.record(older.number(), EventKind.CHANGE_REPLACED, null, Map.of("by", newer.number()));
    }

    private static Map<String, String> digests(Collection<ProcessFile> files) {
        return files.stream()
                .limit(MAXIMUM_FILES)
                .collect(Collectors.toMap(ProcessFile::name, Digest::of, (one, other) -> one, TreeMap::new));
    }

    private static List<String> numbers(List<Change> changes) {
        return changes.stream().map(Change::number).toList();
    }
}
