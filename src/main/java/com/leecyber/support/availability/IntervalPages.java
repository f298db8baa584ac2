package com.leecyber.support.availability;

import com.leecyber.support.ticket.Exclusions.Exclusion;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page of an interval without service shows, to whom. */
@Component
@Transactional(readOnly = true)
class IntervalPages {

    private final DowntimeRecords records;
    private final DowntimeDecisions decisions;
    private final IntervalHistory history;
    private final LineNames names;
    private final AvailabilitySettings settings;

    IntervalPages(
            DowntimeRecords records,
            DowntimeDecisions decisions,
            IntervalHistory history,
            LineNames names,
            AvailabilitySettings settings) {
        this.records = records;
        this.decisions = decisions;
        this.history = history;
        this.names = names;
        this.settings = settings;
    }

    /** What somebody typed into which form, kept when it is refused. */
    record Typed(String form, String exclusion, String why, String from, String to) {

        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    /** What is wrong with what somebody typed; without a field it is about all of it. */
    record Complaint(String field, String text) {}

    /**
     * One interval.
     *
     * @param month the month that it began in, as an address names it
     * @param choices what it can be excluded for; empty for whoever only reads
     * @param complaint null when nothing is wrong
     */
    record Page(
            Downtime downtime,
            String service,
            String link,
            String month,
            boolean decidable,
            List<Exclusion> choices,
            List<IntervalHistory.Happening> history,
            Typed typed,
            Complaint complaint) {

        public boolean complainsOf(String form, String field) {
            return complaint != null
                    && typed.form().equals(form)
                    && complaint.field().equals(field);
        }

        /** What stands in an input when the page comes: what was typed there before, else what is so. */
        public String value(String form, String typedThere, String otherwise) {
            return typed.form().equals(form) ? typedThere : otherwise;
        }
    }

    Downtime find(long id) {
        return records.find(id).orElseThrow(NoSuchInterval::new);
    }

    Page page(long id, Typed typed, Complaint complaint, Locale language, Authentication reader) {
        Downtime downtime = find(id);
        boolean decidable = mayDecide(reader);
        return new Page(
                downtime,
                names.of(downtime.service(), language),
                CauseLink.of(downtime.reference()),
                YearMonth.from(downtime.interval().from().atZone(settings.zone()))
                        .toString(),
                decidable,
                decidable ? decisions.choices() : List.of(),
                history.of(downtime),
                typed,
                complaint);
    }

    private static boolean mayDecide(Authentication reader) {
        return reader.getAuthorities().stream()
                .anyMatch(role -> role.getAuthority().equals("ROLE_SHIFT_LEAD"));
    }
}
