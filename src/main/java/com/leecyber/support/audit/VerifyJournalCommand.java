package com.leecyber.support.audit;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * {@code verify-journal}: needs the database, the checkpoints and their key, and nothing else of the desk, which may run
 * meanwhile.
 */
public final class VerifyJournalCommand {

    private static final String NAME = "verify-journal";
    private static final int STEP = 10;

    private VerifyJournalCommand() {}

    /** Whether a command line is this command. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && NAME.equals(arguments[0]);
    }

    /**
     * Verifies the journal and prints what was found, in Russian or, with {@code --lang=en}, in English.
     *
     * @return the exit code: 0 when the journal is whole, 1 when it is not, 2 when nobody can tell
     */
    public static int run(String... arguments) {
        boolean english = Arrays.asList(arguments).contains("--lang=en");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(arguments)) {
            VerificationReport report = context.getBean(Verification.class).run(inSteps());
            print(report, english);
            return report.isWhole() ? 0 : 1;
        } catch (BadSqlGrammarException noTables) {
            System.err.println(
                    english
                            ? "The database has no tables of the desk yet, or is older than this version."
                            : "В базе ещё нет таблиц службы поддержки, или она старше этой версии.");
        } catch (CannotGetJdbcConnectionException unreachable) {
            System.err.println((english ? "The database cannot be reached: " : "База данных недоступна: ")
                    + unreachable.getMostSpecificCause().getMessage());
        } catch (IllegalStateException noKey) {
            System.err.println(noKey.getMessage());
        }
        return 2;
    }

    private static Consumer<VerificationProgress> inSteps() {
        int[] next = {STEP};
        return progress -> {
            if (progress.percent() >= next[0]) {
                System.err.println(progress.percent() + " %");
                next[0] = progress.percent() / STEP * STEP + STEP;
            }
        };
    }

    private static void print(VerificationReport report, boolean english) {
        Locale language = english ? Locale.ENGLISH : Locale.forLanguageTag("ru");
        System.out.printf(
                english
                        ? "Entries: %d, chains: %d, checkpoints: %d, %d ms%n"
                        : "Записи: %d, цепочки: %d, контрольные точки: %d, %d мс%n",
                report.entries(),
                report.chains(),
                report.checkpoints(),
                report.duration().toMillis());
        Optional.ofNullable(report.oldestUncovered())
                .ifPresent(oldest -> System.out.printf(
                        english
                                ? "Not covered by a checkpoint yet: %d, the oldest of %s%n"
                                : "Ещё не покрыто контрольными точками: %d, самая старая от %s%n",
                        report.uncovered(),
                        oldest));
        report.listed().forEach(finding -> System.out.println("✗ " + finding.sentence(language)));
        if (report.unlisted() > 0) {
            System.out.printf(english ? "And further findings: %d%n" : "И ещё нарушений: %d%n", report.unlisted());
        }
        System.out.println(
                report.isWhole()
                        ? english ? "The journal is whole." : "Журнал цел."
                        : (english ? "Findings: " : "Нарушений: ") + report.found());
    }

    /** Not found by scanning: the desk itself must not pick it up. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "com.leecyber.support.database",
            useDefaultFilters = false,
            includeFilters = @Filter(Configuration.class))
    @ConfigurationPropertiesScan("com.leecyber.support.database")
    @EnableConfigurationProperties(CheckpointSettings.class)
    @Import({
        Verification.class,
        CheckpointComparison.class,
        CheckpointRows.class,
        CheckpointFolder.class,
        JournalExport.class
    })
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
