package com.leecyber.support;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The support desk: the technical-support regulation run as diagrams. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class SupportDesk {

    /**
     * Starts the desk.
     *
     * @param arguments Spring Boot's command line
     */
    public static void main(String[] arguments) {
        SpringApplication.run(SupportDesk.class, arguments);
    }

    /** The one source of time, in whole milliseconds: what is stored is what was compared (R3.1: UTC, all day). */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
