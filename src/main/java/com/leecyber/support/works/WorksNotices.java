package com.leecyber.support.works;

import com.leecyber.support.status.StatusNotice;
import com.leecyber.support.status.StatusNotice.Kind;
import com.leecyber.support.status.StatusNotice.Stage;
import com.leecyber.support.status.StatusSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What anybody may know of works: what customers were told, and nothing that was only planned (R6.1, R6.2). */
@Component
class WorksNotices implements StatusSource {

    private final AllWorks all;

    WorksNotices(AllWorks all) {
        this.all = all;
    }

    @Override
    @Transactional(readOnly = true)
    public List<StatusNotice> noticesSince(Instant moment) {
        return all.findSince(moment).stream()
                .flatMap(works -> notice(works).stream())
                .toList();
    }

    private static Optional<StatusNotice> notice(Works works) {
        return switch (works.state()) {
            case PLANNED, APPROVED ->
                works.announced().map(known -> notice(works, Stage.PLANNED, known.startsAt(), known.endsAt()));
            case CANCELLED ->
                works.announced().map(known -> notice(works, Stage.CANCELLED, known.startsAt(), known.endsAt()));
            case RUNNING ->
                Optional.of(notice(
                        works,
                        Stage.RUNNING,
                        works.beganAt().orElseThrow(),
                        works.kind() == WorksKind.PLANNED ? works.endsAt() : null));
            case OVER ->
                Optional.of(notice(
                        works,
                        Stage.OVER,
                        works.beganAt().orElseThrow(),
                        works.endedAt().orElseThrow()));
        };
    }

    private static StatusNotice notice(Works works, Stage stage, Instant from, Instant to) {
        return new StatusNotice(
                works.number(),
                works.kind() == WorksKind.PLANNED ? Kind.PLANNED_WORKS : Kind.EMERGENCY_WORKS,
                stage,
                works.services(),
                from,
                to,
                works.text().russian(),
                works.text().english(),
                works.news().stream()
                        .map(news -> new StatusNotice.Update(
                                news.toldAt(),
                                news.text().russian(),
                                news.text().english()))
                        .toList());
    }
}
