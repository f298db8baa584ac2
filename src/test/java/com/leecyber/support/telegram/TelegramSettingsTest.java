package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TelegramSettingsTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(TelegramSettings.class)
    static class Settings {}

    @Test
    void withoutATokenThereAreDefaultsAndNoBot() {
        application.withPropertyValues("support.telegram.token=").run(context -> {
            assertThat(context.getBean(TelegramSettings.class).token()).isNull();
            assertThat(context.getBean(TelegramSettings.class).name()).isEqualTo("leecyberbot");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=nonsense-that-nobody-must-see",
                "name=@leecyberbot",
                "api=api.telegram.org",
                "api=ftp://api.telegram.org",
                "api=https://api.telegram.org/bot/",
                "poll-timeout=PT2M",
                "poll-timeout=-PT1S",
                "codes-per-hour=0",
                "attempts=0",
                "keep=PT1H"
            })
    void nonsenseDoesNotStartAndIsNotRepeatedWhereItIsSecret(String setting) {
        application
                .withPropertyValues("support.telegram.token=" + FakeTelegram.TOKEN, "support.telegram." + setting)
                .run(context -> {
                    assertThat(context).hasFailed();
                    StringWriter text = new StringWriter();
                    context.getStartupFailure().printStackTrace(new PrintWriter(text));
                    assertThat(text.toString())
                            .contains("support.telegram." + setting.split("=")[0])
                            .doesNotContain(FakeTelegram.TOKEN, "nonsense-that-nobody-must-see");
                });
    }
}
