package com.leecyber.support;

import com.leecyber.support.audit.VerifyJournalCommand;
import com.leecyber.support.security.ApiTokenCommand;
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
     * Starts the desk, or runs one of its commands.
     *
     * @param arguments Spring Boot's command line, or a command as in {@link ApiTokenCommand} and {@link VerifyJournalCommand}
     */
    public static void main(String[] arguments) {
        if (ApiTokenCommand.isMeantBy(arguments)) {
            System.exit(ApiTokenCommand.run(arguments));
        }
        if (VerifyJournalCommand.isMeantBy(arguments)) {
            System.exit(VerifyJournalCommand.run(arguments));
        }
        SpringApplication.run(SupportDesk.class, arguments);
    }

    /** The one source of time, in whole milliseconds: what is stored is what was compared (R3.1: UTC, all day). */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
