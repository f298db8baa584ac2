package com.leecyber.support.works;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.notification.Circulars.Progress;
import com.leecyber.support.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers with a licence are told of planned works before, meanwhile and afterwards; doing it again tells nothing new (R6.1). */
@Service
@Transactional
public class WorksNotice {

    private static final String CLAUSE = "R6.1";

    private final AllWorks all;
    private final WorksCirculars circulars;
    private final Notifications notifications;
    private final WorksSettings settings;
    private final Journal journal;
    private final Clock clock;

    WorksNotice(
            AllWorks all,
            WorksCirculars circulars,
            Notifications notifications,
            WorksSettings settings,
            Journal journal,
            Clock clock) {
        this.all = all;
        this.circulars = circulars;
        this.notifications = notifications;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    /** Begins to announce the window that a shift lead agreed with, or to correct the one that was announced before. */
    public void announce(String number) {
        Works works = all.lock(number);
        if (!works.window().isAnnounced()) {
            circulars.announce(works);
            works.announce(clock.instant());
        }
    }

    /** When everybody must have been told. */
    @Transactional(readOnly = true)
    public Instant dueAt(String number) {
        return dueAt(all.get(number).window());
    }

    Instant dueAt(WorksWindow window) {
        return window.startsAt().minus(settings.notice());
    }

    /** When customers are reminded. */
    @Transactional(readOnly = true)
    public Instant reminderAt(String number) {
        return all.get(number).window().startsAt().minus(settings.reminder());
    }

    /** Finds out, once and for all, whether everybody was told of the latest window in time. */
    public boolean check(String number) {
        Works works = all.lock(number);
        WorksWindow window = works.window();
        if (window.noticeGiven().isEmpty()) {
            Progress progress = circulars.progress(works, window);
            window.noticeGiven(isInTime(progress, dueAt(window)));
            journal.record(
                    number,
                    EventKind.NOTICE_CHECKED,
                    CLAUSE,
                    Map.of(
                            "revision", window.revision(),
                            "given", window.noticeGiven().orElseThrow(),
                            "queued", progress.queued(),
                            "sent", progress.sent(),
                            "failed", progress.failed()));
        }
        return window.noticeGiven().orElseThrow();
    }

    /** Addresses that were given up cannot be told at all and hold up nobody, unless nothing else was told. */
    private static boolean isInTime(Progress progress, Instant due) {
        boolean somebodyTold = progress.queued() == 0 || progress.sent() > 0;
        boolean nobodyLate = progress.lastSent() == null || !progress.lastSent().isAfter(due);
        return progress.isOut() && somebodyTold && nobodyLate;
    }

    public void remind(String number) {
        circulars.remind(all.get(number));
    }

    /** Running works take longer. */
    public void tellProlonged(String number) {
        Works works = all.get(number);
        List<WorksNews> prolongations =
                works.news().stream().filter(news -> news.endsAt().isPresent()).toList();
        circulars.prolonged(works, prolongations.get(prolongations.size() - 1), prolongations.size());
    }

    public void tellCompleted(String number) {
        circulars.completed(all.get(number));
    }

    /** Who never heard of the works does not hear that they are cancelled. */
    public void tellCancelled(String number) {
        Works works = all.get(number);
        works.news().stream().findFirst().ifPresent(why -> circulars.cancelled(works, why.text()));
    }

    /** The works should be over and are not: the shift lead hears of it. */
    public void warnOfOverrun(String number) {
        Works works = all.get(number);
        notifications.warnOfOverrun(number, works.endsAt(), works.news().size() + 1);
    }
}
