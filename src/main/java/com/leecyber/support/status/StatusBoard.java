package com.leecyber.support.status;

import com.leecyber.support.status.StatusNotice.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that is to be said on the status page and above the panel, in the order in which it matters. */
@Component
public class StatusBoard {

    private static final Duration PAST_SHOWN = Duration.ofDays(30);
    private static final Duration AHEAD_IN_PANEL = Duration.ofDays(7);

    private final List<StatusSource> sources;
    private final Clock clock;

    StatusBoard(List<StatusSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * What there is to say.
     *
     * @param running what goes on now, the latest first
     * @param planned what is to come, the next first
     * @param past what ended or was cancelled in the last thirty days, the latest first
     */
    public record Board(List<StatusNotice> running, List<StatusNotice> planned, List<StatusNotice> past) {}

    /** All of it. */
    public Board read() {
        return read(clock.instant().minus(PAST_SHOWN));
    }

    private Board read(Instant since) {
        List<StatusNotice> all = sources.stream()
                .flatMap(source -> source.noticesSince(since).stream())
                .sorted(Comparator.comparing(StatusNotice::from).thenComparing(StatusNotice::number))
                .toList();
        return new Board(
                latestFirst(all, Stage.RUNNING),
                all.stream().filter(notice -> notice.stage() == Stage.PLANNED).toList(),
                latestFirst(all, Stage.OVER, Stage.CANCELLED));
    }

    /** What a customer must not overlook: what goes on now, and works of the coming week (R6.1). */
    public List<StatusNotice> banner() {
        Instant now = clock.instant();
        Board board = read(now);
        Instant horizon = now.plus(AHEAD_IN_PANEL);
        return Stream.concat(
                        board.running().stream(),
                        board.planned().stream().filter(notice -> notice.from().isBefore(horizon)))
                .toList();
    }

    private static List<StatusNotice> latestFirst(List<StatusNotice> all, Stage... stages) {
        List<Stage> wanted = List.of(stages);
        return all.stream()
                .filter(notice -> wanted.contains(notice.stage()))
                .sorted(Comparator.comparing(StatusNotice::from).reversed())
                .toList();
    }
}
