package com.leecyber.support.works;

import com.leecyber.support.audit.Decided;
import com.leecyber.support.desk.DecisionForm;
import com.leecyber.support.notification.Moments;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.works.OffPeakHours.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** When planned works may be: customers hear of them twelve hours before, and their busy hours need a reason (R6.1). */
@Component
class WindowRules {

    private static final int REASON_LENGTH = 1000;

    private final OffPeakHours offPeakHours;
    private final WorksSettings settings;
    private final Moments moments;
    private final Clock clock;

    WindowRules(OffPeakHours offPeakHours, WorksSettings settings, Moments moments, Clock clock) {
        this.offPeakHours = offPeakHours;
        this.settings = settings;
        this.moments = moments;
        this.clock = clock;
    }

    /**
     * The window that was typed.
     *
     * @throws InvalidInput when it is too near, too long or no window at all
     */
    Window read(DecisionForm form) {
        Window window = new Window(form.moment("from"), form.moment("to"));
        requireNotice("from", window.from());
        if (!window.to().isAfter(window.from())) {
            throw new InvalidInput("to", "input.works-end-before-start");
        }
        if (Duration.between(window.from(), window.to()).compareTo(settings.longest()) > 0) {
            throw new InvalidInput(
                    "to", "input.works-too-long", settings.longest().toHours());
        }
        return window;
    }

    /** Why busy hours are touched; null when none are. */
    String offPeakReason(DecisionForm form, Window window) {
        String reason = form.atMost(REASON_LENGTH, "offPeakReason");
        if (isOffPeak(window)) {
            return null;
        }
        if (reason == null) {
            throw new InvalidInput("offPeakReason", "input.works-in-busy-hours");
        }
        return reason;
    }

    boolean isOffPeak(Window window) {
        return hours(window).allMatch(Verdict::offPeak);
    }

    /** What the table says of the window: of each of its rules that fired, the first hour. */
    List<Decided> decided(Window window) {
        Map<String, Decided> byRule = new LinkedHashMap<>();
        hours(window).map(Verdict::decided).forEach(decided -> byRule.putIfAbsent(decided.rule(), decided));
        return List.copyOf(byRule.values());
    }

    private Stream<Verdict> hours(Window window) {
        ZonedDateTime end = window.to().atZone(moments.zone());
        ZonedDateTime first = window.from().atZone(moments.zone()).truncatedTo(ChronoUnit.HOURS);
        return Stream.iterate(first, hour -> hour.isBefore(end), hour -> hour.plusHours(1))
                .map(hour -> offPeakHours.at(hour.getDayOfWeek(), hour.getHour()));
    }

    /** Refuses a start before which customers could no longer be told in time. */
    void requireNotice(String field, Instant start) {
        if (start.isBefore(clock.instant().plus(settings.notice()))) {
            throw new InvalidInput(
                    field,
                    "input.works-too-soon",
                    moments.write(earliestStart(), LocaleContextHolder.getLocale()),
                    settings.notice().toHours());
        }
    }

    /** The first whole minute at which works may begin that are planned now. */
    Instant earliestStart() {
        Instant earliest = clock.instant().plus(settings.notice());
        Instant minute = earliest.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(earliest) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    }
}
