package com.leecyber.support.works;

import com.leecyber.support.notification.Circulars.Progress;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.ServiceNames;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws up the card of works in Tasklist. */
@Component
class WorksCards {

    private final AllWorks all;
    private final WorksCirculars circulars;
    private final WorksNotice notice;
    private final WindowRules rules;
    private final OffPeakWords offPeakWords;
    private final ServiceNames services;
    private final ServiceCatalogue catalogue;
    private final WorksSettings settings;
    private final MessageSource messages;

    WorksCards(
            AllWorks all,
            WorksCirculars circulars,
            WorksNotice notice,
            WindowRules rules,
            OffPeakWords offPeakWords,
            ServiceNames services,
            ServiceCatalogue catalogue,
            WorksSettings settings,
            MessageSource messages) {
        this.all = all;
        this.circulars = circulars;
        this.notice = notice;
        this.rules = rules;
        this.offPeakWords = offPeakWords;
        this.services = services;
        this.catalogue = catalogue;
        this.settings = settings;
        this.messages = messages;
    }

    /** What a start form needs before there are works. */
    WorksCard before(WorksKind kind, Locale language) {
        boolean planned = kind == WorksKind.PLANNED;
        return new WorksCard(
                null,
                null,
                planned ? rules.earliestStart() : null,
                settings.notice().toHours(),
                planned
                        ? offPeakWords.lines(language)
                        : List.of(messages.getMessage("works.emergency-rules", null, language)),
                List.of(),
                choices(language),
                Map.of());
    }

    /** The works behind a process; empty when there are none. */
    @Transactional(readOnly = true)
    public Optional<WorksCard> of(String businessKey, Locale language) {
        return all.find(businessKey).map(works -> card(works, language));
    }

    private WorksCard card(Works works, Locale language) {
        return new WorksCard(
                facts(works, language),
                announcement(works),
                works.state() == WorksState.PLANNED || works.state() == WorksState.APPROVED
                        ? rules.earliestStart()
                        : null,
                settings.notice().toHours(),
                List.of(),
                works.windows().stream().map(window -> plan(window, language)).toList(),
                choices(language),
                prefill(works));
    }

    private WorksCard.Facts facts(Works works, Locale language) {
        boolean planned = works.kind() == WorksKind.PLANNED;
        return new WorksCard.Facts(
                works.number(),
                messages.getMessage("WorksKind." + works.kind(), null, language),
                messages.getMessage("WorksState." + works.state(), null, language),
                services.of(works.services(), language),
                works.interrupts(),
                works.beganAt().orElseGet(() -> works.window().startsAt()),
                planned ? works.endsAt() : works.endedAt().orElse(null),
                planned ? works.window().text() : works.text(),
                works.detectedAt().orElse(null),
                works.causeTicket().orElse(null),
                works.vulnerability().orElse(null));
    }

    /** Of the latest window that customers were told of. */
    private WorksCard.Announcement announcement(Works works) {
        return works.announced()
                .map(window -> announcement(circulars.progress(works, window), notice.dueAt(window)))
                .orElse(null);
    }

    private static WorksCard.Announcement announcement(Progress progress, Instant dueAt) {
        return new WorksCard.Announcement(
                progress.finished(),
                progress.isOut(),
                progress.queued(),
                progress.sent(),
                progress.failed(),
                progress.lastSent(),
                dueAt);
    }

    private WorksCard.Plan plan(WorksWindow window, Locale language) {
        String decision = window.approved()
                .map(approved -> messages.getMessage("works.approved." + approved, null, language))
                .orElse(null);
        return new WorksCard.Plan(
                window.revision(),
                window.startsAt(),
                window.endsAt(),
                window.plannedBy(),
                decision,
                window.decidedBy().orElse(null),
                window.comment().orElse(null),
                window.offPeakReason().orElse(null));
    }

    private Map<String, List<WorksCard.Choice>> choices(Locale language) {
        return Map.of(
                "services",
                catalogue.services().stream()
                        .map(service -> new WorksCard.Choice(service.code(), service.label(language)))
                        .toList());
    }

    /** Planning anew begins with the plan there is, a report with the services that were thought of at first. */
    private static Map<String, String> prefill(Works works) {
        if (works.kind() == WorksKind.EMERGENCY) {
            return Map.of("services", String.join(",", works.services()));
        }
        if (works.state() == WorksState.RUNNING) {
            return Map.of();
        }
        WorksWindow window = works.window();
        Map<String, String> prefill = new TreeMap<>(Map.of(
                "from", window.startsAt().toString(),
                "to", window.endsAt().toString(),
                "textRu", window.text().russian(),
                "textEn", window.text().english()));
        window.offPeakReason().ifPresent(reason -> prefill.put("offPeakReason", reason));
        return prefill;
    }
}
