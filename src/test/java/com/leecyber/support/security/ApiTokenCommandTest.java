package com.leecyber.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.database.TestDatabase;
import com.leecyber.support.proof.JournalEntry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** The command line makes and revokes tokens beside a desk that runs. */
@HttpDeskTest
@ExtendWith(OutputCaptureExtension.class)
class ApiTokenCommandTest {

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Journal journal;

    /** The command quietens the log of its own process, which here is that of all tests. */
    @BeforeEach
    void keepTheTestsLog() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    @AfterEach
    void releaseTheTestsLog() {
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }

    @Test
    void makesATokenThatWorksUntilItIsRevoked(CapturedOutput output) {
        int made = run("create-api-token", "--name=gateway", "--customer=ACME@customers.example", "--channel=EMAIL");

        assertThat(made).isZero();
        String token = output.getOut()
                .lines()
                .filter(line -> line.matches("sd_[A-Za-z0-9_-]{43}"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Visitor gateway = Visitor.withToken(port, token);
        assertThat(gateway.get("/api/v1/tickets").statusCode()).isEqualTo(200);

        assertThat(run("revoke-api-token", "--name=gateway")).isZero();
        assertThat(output.getOut()).contains("«gateway»: 1");
        List<JournalEntry> access = journal.of("ACCESS");
        List<JournalEntry> both = access.subList(access.size() - 2, access.size());
        assertThat(both).extracting(JournalEntry::kind).containsExactly("TOKEN_ISSUED", "TOKEN_REVOKED");
        assertThat(both).extracting(JournalEntry::actor).containsOnly("system:command-line");
        assertThat(both).extracting(JournalEntry::details).noneMatch(text -> text.contains("gateway"));
        assertThat(journal.verify("ACCESS")).isEmpty();
        assertThat(gateway.get("/api/v1/tickets").statusCode()).isEqualTo(401);
    }

    @Test
    void makesATokenForReleases(CapturedOutput output) {
        assertThat(run("create-api-token", "--name=pipeline", "--role=RELEASES"))
                .isZero();
        assertThat(output.getOut()).contains("sd_");
    }

    @Test
    void makesATokenInSomebodysName(CapturedOutput output) {
        assertThat(run("create-api-token", "--name=modeler", "--role=DEPLOYMENTS", "--staff=olga", "--days=365"))
                .isZero();

        String token = output.getOut()
                .lines()
                .reduce((earlier, later) -> later.startsWith("sd_") ? later : earlier)
                .orElseThrow();
        assertThat(tokens.find(token)).hasValueSatisfying(client -> {
            assertThat(client.role()).isEqualTo(ApiRole.DEPLOYMENTS);
            assertThat(client.staff()).isEqualTo("olga");
        });
        assertThat(run("revoke-api-token", "--name=modeler")).isZero();
        assertThat(tokens.find(token)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "--customer=acme@customers.example --channel=PANEL          | --name",
                "--name=x --channel=PANEL                                   | --customer",
                "--name=x --customer=nobody@customers.example --channel=PANEL | nobody@customers.example",
                "--name=x --customer=acme@customers.example                 | --channel",
                "--name=x --customer=acme@customers.example --channel=FAX   | PANEL, EMAIL, TELEGRAM",
                "--name=x --role=ROOT                                       | CUSTOMER, RELEASES, DEPLOYMENTS",
                "--name=x --role=DEPLOYMENTS                                | --staff",
                "--name=x --role=DEPLOYMENTS --staff=nobody                 | nobody",
                "--name=x --role=DEPLOYMENTS --staff=olga --days=366        | 365",
                "--name=x --role=DEPLOYMENTS --staff=olga --days=0          | 365",
                "--name=x --role=DEPLOYMENTS --staff=olga --days=1e9        | 365"
            })
    void saysWhatIsWrong(String options, String named, CapturedOutput output) {
        assertThat(run(Stream.concat(Stream.of("create-api-token"), Stream.of(options.split(" ")))
                        .toArray(String[]::new)))
                .isEqualTo(2);
        assertThat(output.getErr()).contains(named, "Использование:").doesNotContain("Exception");
    }

    @Test
    void saysThatTheDeskHasNeverRun(CapturedOutput output) {
        int refused = ApiTokenCommand.run(
                "create-api-token",
                "--name=x",
                "--role=RELEASES",
                "--spring.datasource.url=" + TestDatabase.url(TestDatabase.create()),
                "--spring.datasource.username=support_app");

        assertThat(refused).isEqualTo(2);
        assertThat(output.getErr()).contains("Запустите приложение один раз");
    }

    private int run(String... arguments) {
        return ApiTokenCommand.run(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("spring.datasource.url", "spring.datasource.username")
                                .map(name -> "--" + name + "=" + environment.getRequiredProperty(name)))
                .toArray(String[]::new));
    }
}
