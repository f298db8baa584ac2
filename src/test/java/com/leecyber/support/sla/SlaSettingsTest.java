package com.leecyber.support.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SlaSettingsTest {

    private final ApplicationContextRunner desk = new ApplicationContextRunner().withUserConfiguration(Desk.class);

    @Test
    @DisplayName("R5.4b, R5.2: without settings the regulation's and the documented spans apply")
    void hasDefaults() {
        desk.run(context -> assertThat(context.getBean(SlaSettings.class))
                .isEqualTo(new SlaSettings(Duration.ofHours(12), 0.75, Duration.ofHours(24), Duration.ofDays(7))));
    }

    @Test
    @DisplayName("R5.2: a desk that would close a ticket before its reminder does not start")
    void refusesClosingBeforeReminding() {
        desk.withPropertyValues("support.sla.close-after=PT24H")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("support.sla.close-after must be longer"));
    }

    @Test
    @DisplayName("R5.4b: a desk without time for a repair does not start")
    void refusesNoTimeForARepair() {
        desk.withPropertyValues("support.sla.hardware-repair=PT0S")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("support.sla.hardware-repair must be a positive"));
    }

    @EnableConfigurationProperties(SlaSettings.class)
    static class Desk {}
}
