package com.leecyber.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.leecyber.support.MovableClock;
import com.leecyber.support.security.SignInAttempts.TooMany;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private final MovableClock clock = new MovableClock();
    private final SignInAttempts attempts =
            new SignInAttempts(new SignInSettings(3, Duration.ofMinutes(5), true), clock);

    @Test
    void slowsDownTheAddressThatGuessesAndNobodyElse() {
        for (int count = 0; count < 3; count++) {
            attempts.check("10.0.0.1");
            attempts.failed("10.0.0.1");
        }

        assertThatThrownBy(() -> attempts.check("10.0.0.1")).isInstanceOf(TooMany.class);
        assertThatCode(() -> attempts.check("10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void letsItTryAgainWhenTheWindowIsOver() {
        for (int count = 0; count < 3; count++) {
            attempts.failed("10.0.0.1");
        }

        clock.advance(Duration.ofMinutes(5).plusMillis(1));

        assertThatCode(() -> attempts.check("10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void remembersNoMoreAddressesThanItHasRoomFor() {
        for (int count = 0; count < 3; count++) {
            attempts.failed("10.0.0.1");
        }
        for (int address = 0; address < 20_000; address++) {
            attempts.failed("2001:db8::" + Integer.toHexString(address));
        }

        assertThat(attempts).extracting("failures", MAP).hasSize(10_000);
    }
}
