package com.leecyber.support.inspection;

import com.leecyber.support.inspection.ClockStory.Fact;
import com.leecyber.support.inspection.ClockStory.Told;
import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockFact.HardwareFaultDetected;
import com.leecyber.support.sla.ClockFact.InformationRequested;
import com.leecyber.support.sla.ClockFact.Responded;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.ticket.PageTimes;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Explains a ticket's clock: what it was told, what that amounts to, and how every promise stood. */
@Component
class ClockStories {

    private final Notices notices;
    private final ClockWords words;

    ClockStories(Notices notices, ClockWords words) {
        this.notices = notices;
        this.words = words;
    }

    ClockStory of(TicketFile file, PageTimes times) {
        List<Notice> noted = notices.of(file.ticket().id());
        return new ClockStory(
                file.clock().promises().stream()
                        .map(promise -> told(promise, file, noted, times))
                        .toList(),
                file.clock().intervals(),
                ClockBar.of(file.clock()),
                file.facts().stream().map(ClockStories::fact).toList());
    }

    private Told told(Promise promise, TicketFile file, List<Notice> noted, PageTimes times) {
        ResponseWindow window = Windows.behind(promise, file.facts()).orElse(null);
        String by = settledBy(promise, file.facts());
        return new Told(
                promise,
                words.of(promise, window, by, times),
                window,
                link(window),
                by,
                notedAt(promise, false, noted),
                notedAt(promise, true, noted));
    }

    private static String settledBy(Promise promise, List<ClockFact> facts) {
        return facts.stream()
                .filter(fact -> fact.at().equals(promise.settledAt()))
                .map(ClockStories::personOf)
                .filter(person -> person != null)
                .findFirst()
                .orElse(null);
    }

    private static String personOf(ClockFact fact) {
        if (fact instanceof Responded responded) {
            return responded.by();
        }
        return fact instanceof InformationRequested requested ? requested.by() : null;
    }

    private static Instant notedAt(Promise promise, boolean breach, List<Notice> noted) {
        return noted.stream()
                .filter(notice -> notice.promise() == promise.number() && notice.breach() == breach)
                .map(Notice::notedAt)
                .findFirst()
                .orElse(null);
    }

    private static Fact fact(ClockFact fact) {
        ResponseWindow window = Windows.of(fact).orElse(null);
        return new Fact(
                fact.at(),
                FactKinds.name(fact),
                personOf(fact),
                window,
                link(window),
                fact instanceof HardwareFaultDetected fault ? fault.detectedAt() : null);
    }

    private static RuleLink link(ResponseWindow window) {
        return window == null
                ? null
                : RuleLink.of(window.decisionVersion(), window.rule()).orElse(null);
    }
}
