package com.leecyber.support.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StepTest {

    private static final Step TRIAGE = new Step("ticket:3", "Task_Triage");
    private static final Step CLOSE = new Step("ticket:3", "ServiceTask_Close");

    @Test
    void aThreadIsNowhereUntilAnElementIsRun() {
        assertThat(Step.current()).isEmpty();
        assertThat(TRIAGE.<Optional<Step>>during(Step::current)).contains(TRIAGE);
        assertThat(Step.current()).isEmpty();
    }

    @Test
    void theInnerElementCountsWhileItRuns() {
        TRIAGE.during(() -> {
            CLOSE.during(() -> assertThat(Step.current()).contains(CLOSE));
            assertThat(Step.current()).contains(TRIAGE);
        });
    }

    @Test
    void aFailureLeavesNothingBehind() {
        assertThatThrownBy(() -> TRIAGE.during((Runnable) () -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(Step.current()).isEmpty();
    }

    @Test
    void anotherThreadIsSomewhereElse() {
        TRIAGE.during(() ->
                assertThat(CompletableFuture.supplyAsync(Step::current).join()).isEmpty());
    }
}
