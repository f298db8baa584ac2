package com.leecyber.support.change;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.change.Effect.DateChange;
import com.leecyber.support.change.Effect.PriorityChange;
import com.leecyber.support.change.RunningProcesses.Forecast;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.proof.JournalEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Service;

/** What the pages of changes show, to whom. */
@Service
class ChangePages {

    private static final int LIST_LENGTH = 200;
    private static final int SHOWN = 100;
    private static final int DAYS = 30;
    private static final int LONGEST = 366;
    private static final Set<String> DECIDERS = Set.of("ROLE_PROCESS_OWNER", "ROLE_SHIFT_LEAD");

    private final Changes changes;
    private final RulesInForce rules;
    private final WhatIf whatIf;
    private final RunningProcesses processes;
    private final Moves moves;
    private final Journal journal;

    ChangePages(
            Changes changes,
            RulesInForce rules,
            WhatIf whatIf,
            RunningProcesses processes,
            Moves moves,
            Journal journal) {
        this.changes = changes;
        this.rules = rules;
        this.whatIf = whatIf;
        this.processes = processes;
        this.moves = moves;
        this.journal = journal;
    }

    /** A line of the list. */
    record Row(
            long id,
            String title,
            ChangeState state,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt) {

        static Row of(Change change) {
            return new Row(
                    change.id(),
                    change.title(),
                    change.state(),
                    change.proposedBy(),
                    change.proposedAt(),
                    change.decidedBy().orElse(null),
                    change.decidedAt().orElse(null));
        }
    }

    /**
     * One change.
     *
     * @param open whether it can be decided at all
     * @param own whether the reader proposed it
     * @param decidable whether the reader may decide it
     * @param outOfDate whether somebody else changed one of its files since it was proposed
     * @param effect null unless it waits for a decision
     * @param forecasts what would become of running processes; empty unless it waits for a decision
     * @param tally what became of them; null unless it is in force
     */
    record Page(
            Row change,
            String decision,
            List<FileView> files,
            boolean open,
            boolean own,
            boolean decidable,
            boolean outOfDate,
            Effect effect,
            List<Forecast> forecasts,
            Moves.Tally tally,
            boolean moving,
            List<JournalEntry> journal) {

        public List<DateChange> shownDates() {
            return first(effect.dates());
        }

        public List<PriorityChange> shownPriorities() {
            return first(effect.priorities());
        }

        private static <T> List<T> first(List<T> all) {
            return all.subList(0, Math.min(SHOWN, all.size()));
        }

        public long movable() {
            return count(true);
        }

        public long staying() {
            return count(false);
        }

        private long count(boolean moves) {
            return ChangePages.count(forecasts, moves);
        }
    }

    List<Row> list() {
        return changes.findByOrderByIdDesc(Limit.of(LIST_LENGTH)).stream()
                .map(Row::of)
                .toList();
    }

    Page page(long id, int days, Authentication reader) {
        Change change = changes.get(id);
        Map<String, ProcessFile> inForce = rules.files();
        boolean outOfDate = change.isProposed() && !Approvals.isUpToDate(change, inForce);
        boolean open = change.isProposed() && !outOfDate;
        boolean own = change.proposedBy().equals(reader.getName());
        boolean inForceNow = change.state() == ChangeState.DEPLOYED;
        return new Page(
                Row.of(change),
                change.decision().orElse(null),
                change.files().stream().map(FileView::of).toList(),
                open,
                own,
                open && !own && mayDecide(reader),
                outOfDate,
                open ? whatIf.of(proposed(change), Math.max(1, Math.min(days, LONGEST))) : null,
                open ? processes.forecast(Bundle.of(proposed(change), inForce)) : List.of(),
                inForceNow ? moves.tally(change) : null,
                inForceNow && change.movedAt().isEmpty(),
                journal.of(change.number()));
    }

    Optional<byte[]> file(long id, String name, boolean before) {
        return changes.get(id).files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> before ? file.before() : file.after());
    }

    /** What the approver was shown, in figures. */
    Map<String, ?> effectForJournal(long id) {
        Change change = changes.get(id);
        if (!change.isProposed()) {
            return Map.of();
        }
        Effect effect = whatIf.of(proposed(change), DAYS);
        Collection<ProcessFile> files = Bundle.of(proposed(change), rules.files());
        List<Forecast> forecasts = processes.forecast(files);
        return Map.of(
                "days", effect.days(),
                "tickets", effect.tickets(),
                "otherDates", effect.dates().size(),
                "otherVerdicts", effect.changedVerdicts(),
                "otherPriorities", effect.priorities().size(),
                "processesMoving", count(forecasts, true),
                "processesStaying", count(forecasts, false));
    }

    private static long count(List<Forecast> forecasts, boolean moves) {
        return forecasts.stream()
                .filter(forecast -> forecast.moves() == moves)
                .mapToLong(Forecast::count)
                .sum();
    }

    private static List<ProcessFile> proposed(Change change) {
        return change.files().stream().map(ChangedFile::proposed).toList();
    }

    private static boolean mayDecide(Authentication reader) {
        return reader.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(DECIDERS::contains);
    }
}
