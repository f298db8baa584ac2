package com.leecyber.support.database;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Starts the embedded PostgreSQL when {@code spring.datasource.url} is not set. */
@Configuration
@Conditional(EmbeddedDatabase.NoUrlConfigured.class)
class EmbeddedDatabase {

    private static final String DATABASE = "support";

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(DatabaseSettings settings) {
        return EmbeddedServer.over(settings.directory()).withDatabase(DATABASE);
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedServer server) {
        return new ApplicationConnection(server.url(DATABASE));
    }

    @Bean
    FlywayConnectionDetails migrationConnection(EmbeddedServer server) {
        return new MigrationConnection(server.url(DATABASE));
    }

    /** The server trusts its loopback address, so there is no password to keep. */
    private record ApplicationConnection(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedServer.APPLICATION;
        }

        @Override
        public String getPassword() {
            return "";
        }
    }

    private record MigrationConnection(String getJdbcUrl) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedServer.OWNER;
        }

        @Override
        public String getPassword() {
            return "";
        }
    }

    static class NoUrlConfigured extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String url = context.getEnvironment().getProperty("spring.datasource.url", "");
            return new ConditionOutcome(url.isBlank(), ConditionMessage.of("spring.datasource.url is '%s'", url));
        }
    }
}
