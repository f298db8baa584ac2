package com.leecyber.support.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.MovableClock;
import com.leecyber.support.panel.Limits.TooMuch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Counting what customers and addresses send. */
class LimitsTest {

    private final MovableClock clock = new MovableClock();
    private final Limits limits = new Limits(new LimitSettings(2, 3, 5, 4, Duration.ofHours(1)), clock);

    @Test
    void whoSentTooMuchWaitsUntilPartOfItIsForgotten() {
        limits.ticket(1);
        limits.ticket(1);

        assertThatThrownBy(() -> limits.ticket(1))
                .isInstanceOfSatisfying(
                        TooMuch.class, tooMuch -> assertThat(tooMuch.minutes()).isEqualTo(30));

        clock.advance(Duration.ofMinutes(30));
        assertThatCode(() -> limits.ticket(1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.ticket(1)).isInstanceOf(TooMuch.class);
    }

    @Test
    void nobodyPaysForAnotherNorOneKindForTheNext() {
        limits.ticket(1);
        limits.ticket(1);

        assertThatCode(() -> {
                    limits.ticket(2);
                    limits.message(1);
                    limits.post("192.0.2.1");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void filesCountOneByOneAndNoneCountsNothing() {
        limits.files(1, 5);
        limits.files(1, 0);

        assertThatThrownBy(() -> limits.files(1, 1)).isInstanceOf(TooMuch.class);
    }

    @Test
    void anAddressIsCountedWhoeverSendsFromIt() {
        for (int count = 0; count < 4; count++) {
            limits.post("192.0.2.1");
        }

        assertThatThrownBy(() -> limits.post("192.0.2.1")).isInstanceOf(TooMuch.class);
        assertThatCode(() -> limits.post("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThatThrownBy(() -> new LimitSettings(0, 1, 1, 1, Duration.ofHours(1)))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new LimitSettings(1, 1, 1, 1, Duration.ZERO))
                .hasMessageContaining("at least a second");
    }
}
