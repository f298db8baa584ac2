package com.leecyber.support.change;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.gate.ProcessFile;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second pair of eyes: somebody else than who proposed a change puts it in force, or refuses it. */
@Service
class Approvals {

    private final Changes changes;
    private final RulesInForce rules;
    private final Journal journal;
    private final Clock clock;

    Approvals(Changes changes, RulesInForce rules, Journal journal, Clock clock) {
        this.changes = changes;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Puts a change in force: deployment, decision and journal entry commit together or not at all.
     *
     * @param why may be null
     * @param effect what the approver was shown, for the journal
     * @throws ChangeRefused when it was decided already, is one's own, or is out of date
     * @throws com.leecyber.support.gate.Refused when the gate has become stricter since
     */
    @Transactional
    public void approve(long id, String why, Map<String, ?> effect) {
        Change change = changes.lock(id);
        change.requireDecidableBy(Actor.current());
        Map<String, ProcessFile> inForce = rules.files();
        requireUpToDate(change, inForce);

        List<ProcessFile> proposed =
                change.files().stream().map(ChangedFile::proposed).toList();
        Collection<ProcessFile> files = Bundle.of(proposed, inForce);
        String deployment = rules.deploy(change.number(), files);
        change.deployed(deployment, Actor.current(), clock.instant(), why);
        journal.record(
                change.number(),
                EventKind.CHANGE_DEPLOYED,
                null,
                Map.of(
                        "deployment",
                        deployment,
                        "why",
                        why == null ? "" : why,
                        "files",
                        files.stream().collect(Collectors.toMap(ProcessFile::name, Digest::of)),
                        "effect",
                        effect));
    }

    /**
     * Refuses a change.
     *
     * @param why what whoever proposed it should know; not blank
     */
    @Transactional
    public void reject(long id, String why) {
        Change change = changes.lock(id);
        change.reject(Actor.current(), clock.instant(), why);
        journal.record(change.number(), EventKind.CHANGE_REJECTED, null, Map.of("why", why));
    }

    /** Whether nobody has changed one of its files since it was proposed. */
    static boolean isUpToDate(Change change, Map<String, ProcessFile> inForce) {
        return change.files().stream().allMatch(file -> file.replaces(inForce.get(file.name())));
    }

    private static void requireUpToDate(Change change, Map<String, ProcessFile> inForce) {
        if (!isUpToDate(change, inForce)) {
            throw new ChangeRefused("change.out-of-date");
        }
    }
}
