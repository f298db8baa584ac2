package com.leecyber.support.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseSettingsTest {

    @Test
    void theDataLieInTheUsersHomeUnlessToldOtherwise() {
        ApplicationContextRunner desk = new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(Settings.class);

        desk.run(context -> assertThat(context.getBean(DatabaseSettings.class).directory())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".support-desk", "postgres")));
        desk.withPropertyValues("support.database.directory=/srv/desk")
                .run(context -> assertThat(
                                context.getBean(DatabaseSettings.class).directory())
                        .isEqualTo(Path.of("/srv/desk")));
    }

    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Settings {}
}
