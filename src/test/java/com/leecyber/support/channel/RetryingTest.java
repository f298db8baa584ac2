package com.leecyber.support.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;

class RetryingTest {

    private final Retrying retrying = new Retrying(mock(PlatformTransactionManager.class));
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void doesItOverWhenSomebodyWasFaster() {
        assertThat(retrying.transaction(() -> attemptThatWins(4))).isEqualTo("done");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void givesUpAfterThreeRetries() {
        assertThatThrownBy(() -> retrying.transaction(() -> attemptThatWins(5)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(attempts).hasValue(4);
    }

    private String attemptThatWins(int winner) {
        if (attempts.incrementAndGet() < winner) {
            throw new OptimisticLockingFailureException("somebody was faster");
        }
        return "done";
    }
}
