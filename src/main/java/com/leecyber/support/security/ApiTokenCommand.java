package com.leecyber.support.security;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.ticket.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code create-api-token} and {@code revoke-api-token}: needs the database and nothing else of the desk, which may run
 * meanwhile.
 */
public final class ApiTokenCommand {

    private static final String CREATE = "create-api-token";
    private static final String REVOKE = "revoke-api-token";
    private static final String USAGE = """
            Использование:
              create-api-token --name=<имя> --customer=<почта клиента> --channel=PANEL|EMAIL|TELEGRAM
              create-api-token --name=<имя> --role=RELEASES
              create-api-token --name=<имя> --role=DEPLOYMENTS --staff=<имя пользователя> [--days=90]
              revoke-api-token --name=<имя>
            """;
    private static final String CAUSE = "command-line";
    private static final int NAME_LENGTH = 100;
    private static final int USUAL_DAYS = 90;
    private static final int LONGEST_DAYS = 365;

    private final ApiTokens tokens;
    private final JdbcClient database;
    private final ApplicationArguments arguments;

    private ApiTokenCommand(ApiTokens tokens, JdbcClient database, ApplicationArguments arguments) {
        this.tokens = tokens;
        this.database = database;
        this.arguments = arguments;
    }

    /** Whether a command line is one of these commands. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && Set.of(CREATE, REVOKE).contains(arguments[0]);
    }

    /**
     * Does what the command line says and prints the outcome, in Russian.
     *
     * @return the exit code: 0 when it was done
     */
    public static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(arguments)) {
            ApiTokenCommand command = new ApiTokenCommand(
                    context.getBean(ApiTokens.class),
                    context.getBean(JdbcClient.class),
                    new DefaultApplicationArguments(arguments));
            System.out.println(Actor.<String>as(CAUSE, command::execute));
            return 0;
        } catch (Refused refused) {
            System.err.println(refused.getMessage() + "\n\n" + USAGE);
            return 2;
        } catch (BadSqlGrammarException noTables) {
            System.err.println("В базе ещё нет таблиц службы поддержки. Запустите приложение один раз и повторите.");
            return 2;
        } catch (CannotGetJdbcConnectionException unreachable) {
            System.err.println("База данных недоступна: "
                    + unreachable.getMostSpecificCause().getMessage());
            return 2;
        }
    }

    private String execute() {
        String name = option("name");
        if (name.length() > NAME_LENGTH) {
            throw new Refused("--name: не больше %d символов.".formatted(NAME_LENGTH));
        }
        if (arguments.getNonOptionArgs().contains(REVOKE)) {
            return "Отозвано токенов с именем «%s»: %d".formatted(name, tokens.revoke(name));
        }
        ApiRole role = arguments.containsOption("role") ? choice("role", ApiRole.class) : ApiRole.CUSTOMER;
        String token = switch (role) {
            case CUSTOMER -> tokens.create(name, role, customer(), choice("channel", Channel.class));
            case RELEASES -> tokens.create(name, role, null, null);
            case DEPLOYMENTS -> tokens.createFor(staff(), name, lifetime());
        };
        return "Токен «%s». Сохраните его сейчас: больше он не будет показан.%n%s".formatted(name, token);
    }

    private long customer() {
        String email = option("customer");
        return database.sql("select id from customer where lower(email) = lower(?)")
                .param(email)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refused("--customer: клиента с почтой «%s» нет.".formatted(email)));
    }

    /** Looked up here as well as at every use, so that a slip of the pen is no token for a future colleague. */
    private String staff() {
        String user = option("staff");
        boolean known = database.sql("select exists (select from act_id_user where id_ = ?)")
                .param(user)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new Refused("--staff: сотрудника «%s» нет.".formatted(user));
        }
        return user;
    }

    private Duration lifetime() {
        String days = arguments.containsOption("days") ? option("days") : String.valueOf(USUAL_DAYS);
        if (!days.matches("[1-9][0-9]{0,2}") || Integer.parseInt(days) > LONGEST_DAYS) {
            throw new Refused("--days: укажите число дней от 1 до %d.".formatted(LONGEST_DAYS));
        }
        return Duration.ofDays(Integer.parseInt(days));
    }

    private String option(String name) {
        List<String> values = arguments.getOptionValues(name);
        if (values == null || values.size() != 1 || values.get(0).isBlank()) {
            throw new Refused("--%s: укажите одно значение.".formatted(name));
        }
        return values.get(0).strip();
    }

    private <E extends Enum<E>> E choice(String option, Class<E> type) {
        String value = option(option);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new Refused("--%s: «%s» не подходит. Укажите одно из: %s."
                        .formatted(
                                option,
                                value,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private static final class Refused extends RuntimeException {

        Refused(String message) {
            super(message);
        }
    }

    /** Not found by scanning: the desk itself must not pick it up. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "com.leecyber.support.database",
            useDefaultFilters = false,
            includeFilters = @Filter(Configuration.class))
    @ConfigurationPropertiesScan("com.leecyber.support.database")
    @Import({ApiTokens.class, Journal.class})
    static class Database {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
