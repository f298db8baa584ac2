package com.leecyber.support.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import com.leecyber.support.status.StatusNotice.Kind;
import com.leecyber.support.status.StatusNotice.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusBoardTest {

    private final MovableClock clock = new MovableClock();
    private final List<StatusNotice> works = new ArrayList<>();
    private final List<StatusNotice> incidents = new ArrayList<>();
    private final List<Instant> asked = new ArrayList<>();
    private final StatusBoard board = new StatusBoard(
            List.of(
                    since -> {
                        asked.add(since);
                        return works;
                    },
                    since -> incidents),
            clock);

    @Test
    void whatIsToComeStandsInItsOrderAndWhatWasLatestFirst() {
        works.add(notice("PW-3", Kind.PLANNED_WORKS, Stage.PLANNED, Duration.ofDays(9)));
        works.add(notice("PW-2", Kind.PLANNED_WORKS, Stage.PLANNED, Duration.ofDays(1)));
        works.add(notice("PW-1", Kind.PLANNED_WORKS, Stage.CANCELLED, Duration.ofDays(-4)));
        works.add(notice("EW-1", Kind.EMERGENCY_WORKS, Stage.OVER, Duration.ofDays(-2)));
        incidents.add(notice("MI-1", Kind.INCIDENT, Stage.OVER, Duration.ofDays(-3)));
        incidents.add(notice("MI-2", Kind.INCIDENT, Stage.RUNNING, Duration.ofHours(-1)));

        StatusBoard.Board read = board.read();

        assertThat(read.planned()).extracting(StatusNotice::number).containsExactly("PW-2", "PW-3");
        assertThat(read.past()).extracting(StatusNotice::number).containsExactly("EW-1", "MI-1", "PW-1");
        assertThat(read.running()).extracting(StatusNotice::number).containsExactly("MI-2");
        assertThat(asked).containsExactly(clock.instant().minus(Duration.ofDays(30)));
    }

    @Test
    void aCustomerIsToldAboveThePanelOfWhatGoesOnAndOfTheComingWeek() {
        works.add(notice("PW-1", Kind.PLANNED_WORKS, Stage.PLANNED, Duration.ofDays(7)));
        works.add(notice(
                "PW-2", Kind.PLANNED_WORKS, Stage.PLANNED, Duration.ofDays(7).minusSeconds(1)));
        works.add(notice("PW-3", Kind.PLANNED_WORKS, Stage.CANCELLED, Duration.ofDays(1)));
        incidents.add(notice("MI-1", Kind.INCIDENT, Stage.RUNNING, Duration.ofHours(-1)));
        incidents.add(notice("MI-2", Kind.INCIDENT, Stage.OVER, Duration.ofHours(-2)));

        assertThat(board.banner()).extracting(StatusNotice::number).containsExactly("MI-1", "PW-2");
        assertThat(asked).as("nothing of the past is read for it").containsExactly(clock.instant());
    }

    private StatusNotice notice(String number, Kind kind, Stage stage, Duration begins) {
        Instant from = clock.instant().plus(begins);
        return new StatusNotice(number, kind, stage, List.of(), from, from.plusSeconds(3600), "ru", "en", List.of());
    }
}
